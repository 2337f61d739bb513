using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace GmConnect.Tests.Architecture;

public class HouseRuleTests
{
    [Fact]
    public void NoFile_ReadsTheWallClock() => SourceTree.NoneSays(
        SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web"),
        @"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b",
        "The clock is read past TimeProvider");

    [Fact]
    public void NoType_IsAHelperUtilOrManager()
    {
        Assembly[] ours = [typeof(GmConnect.Domain.Common.Actor).Assembly, typeof(Program).Assembly, typeof(HouseRuleTests).Assembly];
        var types = ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("GmConnect", StringComparison.Ordinal) == true)
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .ToList();

        Assert.All(ours.Take(1).Append(ours[2]), assembly => Assert.Contains(types, type => type.Assembly == assembly));
        Assert.DoesNotContain(types, type => Regex.IsMatch(type.Name, @"(Helpers?|Utils?|Utilit(y|ies)|Managers?)$|^Extensions$"));
    }

    [Fact]
    public void NoFile_IsAHelperUtilOrManager() => Assert.DoesNotContain(
        SourceTree.CodeUnder("GmConnect.Domain", "GmConnect.Web", "GmConnect.Tests", "GmConnect.Benchmarks"),
        file => Regex.IsMatch(file.Path, @"(Helpers?|Utils?|Utilit(y|ies)|Managers?)(/|\.razor|\.cs)|/Extensions\.cs$"));

    [Fact]
    public void NothingCommitted_NamesAPathOfAMachine()
    {
        // Put together here, or this file would name them too.
        string[] folders = ["work", "root", @"home/[a-z]\w*", @"Users/[A-Za-z]\w*", @"mnt/[a-z]"];
        var pattern = $@"(?<![\w.}}>\)])/({string.Join('|', folders)})/|\b[A-Z]:\\\\?(Users|Windows)\b";
        var named = SourceTree.All
            .SelectMany(file => file.Text.Split('\n').Select(line => (file.Path, Line: line)))
            .Where(found => Regex.IsMatch(found.Line, pattern))
            .Select(found => $"{found.Path}: {found.Line.Trim()}");

        Assert.True(SourceTree.All.Count > 20, "too few files were looked at");
        Assert.Empty(named);
    }
}
