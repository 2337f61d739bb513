using System.Net;
using System.Text;
using GmConnect.Domain.Exchange;

namespace GmConnect.Tests.Domain.Exchange;

public class PartnerReplyTests
{
    [Theory]
    [InlineData("accepted", 200, "{}", ReplyMeaning.Accepted, null)]
    [InlineData("accepted with content of theirs", 200, """{"answer":"accepted","id":7}""", ReplyMeaning.Accepted, null)]
    [InlineData("created", 201, "{}", ReplyMeaning.Accepted, null)]
    [InlineData("nothing to say", 204, "", ReplyMeaning.Accepted, null)]
    [InlineData("empty", 200, "", ReplyMeaning.Accepted, null)]
    [InlineData("an answer follows", 202, "{}", ReplyMeaning.AnswerFollows, null)]
    [InlineData("refused", 422, """{"reason":"Not our area"}""", ReplyMeaning.Refused, null)]
    [InlineData("refused without a reason", 422, "{}", ReplyMeaning.Refused, null)]
    [InlineData("a portal's page", 200, "<!doctype html><h1>Log in</h1>", ReplyMeaning.TryAgain, "not-json")]
    [InlineData("a page that refuses", 422, "<h1>No</h1>", ReplyMeaning.TryAgain, "not-json")]
    [InlineData("cut off", 200, """{"answer":"acc""", ReplyMeaning.TryAgain, "not-json")]
    [InlineData("too slow a request", 408, "{}", ReplyMeaning.TryAgain, "http-408")]
    [InlineData("too many requests", 429, "", ReplyMeaning.TryAgain, "http-429")]
    [InlineData("broken", 500, "<h1>Oops</h1>", ReplyMeaning.TryAgain, "http-500")]
    [InlineData("no gateway", 502, "", ReplyMeaning.TryAgain, "http-502")]
    [InlineData("down", 503, "", ReplyMeaning.TryAgain, "http-503")]
    [InlineData("not understood", 400, "{}", ReplyMeaning.GiveUp, "http-400")]
    [InlineData("signature not believed", 401, "", ReplyMeaning.GiveUp, "http-401")]
    [InlineData("no such address", 404, "<h1>Not found</h1>", ReplyMeaning.GiveUp, "http-404")]
    [InlineData("gone", 410, "", ReplyMeaning.GiveUp, "http-410")]
    [InlineData("moved", 302, "", ReplyMeaning.GiveUp, "http-302")]
    public void Of_EachReply_MeansWhatIsWritten(string named, int status, string body, ReplyMeaning meaning, string? failure)
    {
        var reply = PartnerReply.Of((HttpStatusCode)status, Encoding.UTF8.GetBytes(body));

        Assert.True((meaning, failure) == (reply.Meaning, reply.Failure), $"{named}: {reply}");
    }

    [Theory]
    [InlineData("""{"reason":"  Not our area "}""", "Not our area")]
    [InlineData("""{"reason":"a\u0000b"}""", "ab")]
    [InlineData("""{"reason":""}""", null)]
    [InlineData("""{"reason":7}""", null)]
    [InlineData("""["reason"]""", null)]
    public void Of_Refusal_TakesTheReasonAsPlainText(string body, string? reason) =>
        Assert.Equal(reason, PartnerReply.Of(HttpStatusCode.UnprocessableEntity, Encoding.UTF8.GetBytes(body)).Reason);

    [Fact]
    public void Of_LongReason_IsCutBetweenCharacters()
    {
        var body = $$"""{"reason":"{{new string('a', OutboxMessage.PartnerReasonMaxLength - 1)}}😀😀"}""";

        var reason = PartnerReply.Of(HttpStatusCode.UnprocessableEntity, Encoding.UTF8.GetBytes(body)).Reason!;

        Assert.Equal(new string('a', OutboxMessage.PartnerReasonMaxLength - 1), reason);
    }
}
