using GmConnect.Domain.Common;
using GmConnect.Web.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace GmConnect.Tests.Web.Ui;

public class RefusalWordsTests
{
    private static readonly RefusalWords Words = new ServiceCollection()
        .AddLogging().AddLocalization().AddSingleton<RefusalWords>()
        .BuildServiceProvider().GetRequiredService<RefusalWords>();

    public static TheoryData<Type> Every =>
        [.. typeof(Refusal).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Every))]
    public void EveryRefusal_HasWords_ThatNameOnlyWhatItCarries(Type refusal)
    {
        Assert.True(Words.HasWordsFor(refusal), $"{refusal.Name} has no words in Ui/Refusals/{refusal.Namespace!.Split('.')[^1]}.resx");

        var carried = refusal.GetConstructors().MaxBy(made => made.GetParameters().Length)!.GetParameters();
        var said = Words.For((Refusal)refusal.GetConstructors().MaxBy(made => made.GetParameters().Length)!
            .Invoke([.. carried.Select(parameter => Anything(parameter.ParameterType))]));

        Assert.DoesNotContain("{", said);
        Assert.DoesNotContain("  ", said);
    }

    private static object Anything(Type type) =>
        type == typeof(string) ? "Irwell Homes" : type == typeof(int) ? 12_345 : Activator.CreateInstance(type)!;
}
