using System.Net;
using System.Net.Http.Json;

namespace GmConnect.Tests.TestSupport;

public class SurvivingPartnerTests
{
    [Fact]
    public async Task EveryAnswer_IsGivenAndEveryDeliveryKept()
    {
        await using var partner = await SurvivingPartner.StartAsync();
        using var service = new HttpClient { BaseAddress = partner.Address, Timeout = TimeSpan.FromSeconds(5) };

        Assert.Equal(HttpStatusCode.OK, await SendAsync(SurvivingPartner.Accepts));
        Assert.Equal(HttpStatusCode.Accepted, await SendAsync(SurvivingPartner.AnswersLater));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(SurvivingPartner.Refuses("Not our area")));
        Assert.Equal(HttpStatusCode.InternalServerError, await SendAsync(SurvivingPartner.Breaks));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(SurvivingPartner.SpeaksHtml));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(SurvivingPartner.Floods));
        await Assert.ThrowsAsync<TaskCanceledException>(() => SendAsync(SurvivingPartner.Hangs));

        var received = await partner.ReceivedAsync(atLeast: 7);
        Assert.All(received, delivery => Assert.Equal(("POST", "/inbox", "\"story\"", "key-1"),
            (delivery.Method, delivery.Path, delivery.Body, delivery.Key)));

        async Task<HttpStatusCode> SendAsync(PartnerBehaviour answer)
        {
            partner.Answer = answer;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/inbox")
            {
                Content = JsonContent.Create("story"),
                Headers = { { "webhook-id", "key-1" } }
            };
            using var response = await service.SendAsync(request);

            return response.StatusCode;
        }
    }

    [Fact]
    public async Task Down_RefusesTheConnection_AndComesUpAtTheSameAddress()
    {
        await using var partner = await SurvivingPartner.StartAsync();
        using var service = new HttpClient { BaseAddress = partner.Address };

        await partner.GoDownAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => service.PostAsJsonAsync("/inbox", "lost"));
        await partner.ComeUpAsync();
        await service.PostAsJsonAsync("/inbox", "found");

        Assert.Equal("\"found\"", Assert.Single(await partner.ReceivedAsync()).Body);
    }
}
