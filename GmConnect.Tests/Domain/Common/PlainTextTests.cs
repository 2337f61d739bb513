using CsCheck;
using GmConnect.Domain.Common;

namespace GmConnect.Tests.Domain.Common;

public class PlainTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("   \r\n ", "")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("a\0b\u0001c\u007Fd\u0085e", "abcde")]
    [InlineData("tab\tstays", "tab\tstays")]
    [InlineData("<script>alert('x')</script> & <b>", "<script>alert('x')</script> & <b>")]
    [InlineData("I am 👵🏽 with 👨‍👩‍👧", "I am 👵🏽 with 👨‍👩‍👧")]
    [InlineData("\u202Bأبي في المستشفى\u202C", "\u202Bأبي في المستشفى\u202C")]
    [InlineData("  José  ", "José")]
    public void Clean_KeepsEveryWord(string? typed, string kept) => Assert.Equal(kept, PlainText.Clean(typed));

    // Attributes cannot hold half a surrogate pair.
    [Fact]
    public void Clean_HalfSurrogates_AreDropped()
    {
        Assert.Equal("ab", PlainText.Clean("a\uD83Db"));
        Assert.Equal("ab", PlainText.Clean("a\uDE00b"));
        Assert.Equal("ab", PlainText.Clean("ab\uD83D"));
        Assert.Equal("\uD83D\uDE00", PlainText.Clean("\uD83D\uD83D\uDE00\uDE00"));
    }

    [Fact]
    public void Clean_Twice_ChangesNothingMore() => Gen.String[Gen.Char, 0, 60].Sample(typed =>
        PlainText.Clean(PlainText.Clean(typed)) == PlainText.Clean(typed));

    [Fact]
    public void Clean_Anything_CanBeWrittenAsUtf8() => Gen.String[Gen.Char, 0, 60].Sample(typed =>
        new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(PlainText.Clean(typed)) >= 0);

    [Theory]
    [InlineData("José", "jose")]
    [InlineData("ZOË", "zoe")]
    [InlineData("Müller", "muller")]
    public void Fold_CaseAndAccents_AreGone(string text, string folded) => Assert.Equal(folded, PlainText.Fold(text));
}
