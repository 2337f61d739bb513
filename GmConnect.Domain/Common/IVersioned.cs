namespace GmConnect.Domain.Common;

/// <summary>A row that two people may change at once. The context gives it a new version at every save.</summary>
public interface IVersioned
{
    Guid Version { get; set; }
}
