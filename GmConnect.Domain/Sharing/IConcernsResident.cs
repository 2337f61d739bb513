namespace GmConnect.Domain.Sharing;

/// <summary>A row about one resident. It is read and written through the <see cref="Door"/> only.</summary>
public interface IConcernsResident
{
    Guid Id { get; }

    Guid ResidentId { get; }
}

/// <summary>A row about one resident whose kind tells the door how to open it.</summary>
public interface IConcernsResident<TSelf> : IConcernsResident
    where TSelf : class, IConcernsResident<TSelf>
{
    static abstract Subject<TSelf> Subject { get; }
}

/// <summary>What the door must know of a kind of row: which category of data it is, and what is loaded with it.</summary>
public sealed record Subject<T>(DataCategory Category, Func<IQueryable<T>, IQueryable<T>>? Loaded = null)
{
    public IQueryable<T> Load(IQueryable<T> rows) => Loaded?.Invoke(rows) ?? rows;
}

/// <summary>A row that hangs on a larger one, which it names in a column of that one's name and "Id". It is opened with it.</summary>
public interface IPartOf<TWhole> : IConcernsResident
    where TWhole : class, IConcernsResident<TWhole>;
