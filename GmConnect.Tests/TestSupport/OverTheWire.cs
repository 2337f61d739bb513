namespace GmConnect.Tests.TestSupport;

/// <summary>Tests that say <c>[Collection(nameof(OverTheWire))]</c> share one service over raw HTTP and change nothing that another would miss.</summary>
[CollectionDefinition(nameof(OverTheWire))]
public sealed class OverTheWire : ICollectionFixture<SharedService>;
