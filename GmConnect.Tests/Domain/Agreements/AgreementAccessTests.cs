using System.Reflection;
using GmConnect.Domain.Agreements;
using GmConnect.Domain.Common;
using GmConnect.Domain.Data.Providers;
using GmConnect.Tests.TestSupport;

namespace GmConnect.Tests.Domain.Agreements;

/// <summary>
/// Every use case of agreements against everybody who may try. The expected answers are written by hand: <c>y</c> is let in,
/// <c>-</c> gets "not found", also where there is something. A use case without a row fails.
/// </summary>
public class AgreementAccessTests
{
    /// <summary>Each letter of a row, in this order.</summary>
    private static readonly string[] _who =
    [
        "lead of a party", "lead of the other party", "lead of no party", "guardian",
        "worker of a party", "manager of a party", "analyst", "administrator", "citizen"
    ];

    private static readonly Dictionary<string, string> _expected = new()
    {
        ["DraftAgreement.ExecuteAsync"] = "yy-- -----",
        ["ChangeAgreement.ExecuteAsync"] = "yy-- -----",
        ["SignAgreement.ExecuteAsync"] = "yy-- -----",
        ["SuspendAgreement.ExecuteAsync"] = "yy-y -----",
        ["SuspendAgreement.ResumeAsync"] = "yy-- -----",
        ["EndAgreement.ExecuteAsync"] = "yy-- -----",
        ["ReadAgreement.ExecuteAsync"] = "yy-y -----",
        ["ForeseeStop.ExecuteAsync"] = "yy-y -----",
        // An empty list is an answer: a lead of no party gets one.
        ["ListAgreements.ExecuteAsync"] = "yyyy -----"
    };

    public static TheoryData<string> UseCases => [.. _expected.Keys];

    [Fact]
    public void EveryUseCase_HasARow()
    {
        var useCases = typeof(SharingAgreement).Assembly.GetTypes()
            .Where(type => type is { IsPublic: true, IsClass: true } && type.Namespace == typeof(SharingAgreement).Namespace)
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => method.GetParameters().Any(p => p.ParameterType == typeof(Actor)))
                .Select(method => $"{type.Name}.{method.Name}"));

        Assert.Equal(_expected.Keys.Order(), useCases.Order());
    }

    [Theory, MemberData(nameof(UseCases))]
    public async Task EverybodyWhoTries_GetsTheAnswerOfTheTable(string useCase)
    {
        foreach (var (who, letter) in _who.Zip(_expected[useCase].Replace(" ", "", StringComparison.Ordinal)))
        {
            await using var scene = await AgreementScene.OnAsync();
            var id = useCase.StartsWith("Sign", StringComparison.Ordinal) ? await scene.DraftAsync() : await scene.SignedAsync();
            if (useCase.EndsWith("ResumeAsync", StringComparison.Ordinal))
            {
                Expect.Done(await scene.The<SuspendAgreement>().ExecuteAsync(id, "A laptop was lost.", scene.Guardian));
            }

            var before = await scene.ReadAsync(id);
            var outcome = await CallAsync(scene, useCase, id, scene.Who[who]);

            Assert.True(letter is 'y' ? outcome.Succeeded : outcome.Refusal is NotFound, $"{who}: {outcome.Refusal?.ToString() ?? "done"}");
            if (letter is '-')
            {
                Assert.Equal(before.Version, (await scene.ReadAsync(id)).Version);
            }
        }
    }

    [UseCase]
    public async Task UnknownId_GetsTheVeryAnswerOfAForbiddenOne(DatabaseProvider provider)
    {
        await using var scene = await AgreementScene.OnAsync(provider);

        foreach (var useCase in _expected.Keys.Except(["DraftAgreement.ExecuteAsync", "ListAgreements.ExecuteAsync"]))
        {
            Assert.Equal(NotFound.Instance, (await CallAsync(scene, useCase, Guid.CreateVersion7(), scene.HospitalLead)).Refusal);
        }
    }

    private static async Task<Outcome> CallAsync(AgreementScene scene, string useCase, Guid id, Actor by) => useCase switch
    {
        "DraftAgreement.ExecuteAsync" => await scene.The<DraftAgreement>().ExecuteAsync("More care", scene.Typed(), by),
        "ChangeAgreement.ExecuteAsync" => await scene.The<ChangeAgreement>().ExecuteAsync(id, scene.Typed(), by),
        "SignAgreement.ExecuteAsync" => await scene.The<SignAgreement>().ExecuteAsync(id, 1, "Caldicott Guardian", by),
        "SuspendAgreement.ExecuteAsync" => await scene.The<SuspendAgreement>().ExecuteAsync(id, "Because.", by),
        "SuspendAgreement.ResumeAsync" => await scene.The<SuspendAgreement>().ResumeAsync(id, "Because.", by),
        "EndAgreement.ExecuteAsync" => await scene.The<EndAgreement>().ExecuteAsync(id, "Because.", by),
        "ReadAgreement.ExecuteAsync" => await scene.The<ReadAgreement>().ExecuteAsync(id, by),
        "ForeseeStop.ExecuteAsync" => await scene.The<ForeseeStop>().ExecuteAsync(id, null, by),
        "ListAgreements.ExecuteAsync" => await scene.The<ListAgreements>().ExecuteAsync(by),
        _ => throw new ArgumentOutOfRangeException(nameof(useCase), useCase, "has no call")
    };
}
