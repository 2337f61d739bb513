namespace GmConnect.Domain.Auditing;

/// <summary>
/// The heads that anchors keep, gone through beside the batches. How far each file goes is noted before the log is read:
/// heads are written after their batches, so that every head seen must have its batch.
/// </summary>
internal sealed class HeadsKept(IReadOnlyList<AnchorFile> anchors, Keyring keyring) : IDisposable
{
    private readonly List<Place> _places = [.. anchors.Where(a => a.Exists).Select(a => new Place(a.Read(new FileInfo(a.Path).Length).GetEnumerator()))];

    public long Checked { get; private set; }

    /// <summary>The breach that the heads of this batch show. Batches come in order.</summary>
    public Breach? Check(SealBatch batch)
    {
        Breach? found = null;
        foreach (var place in _places)
        {
            while (place.Next is { } head && head.Number <= batch.Number)
            {
                found ??= Compare(head, batch, place);
                place.Move();
            }
        }

        return found;
    }

    /// <summary>The lowest batch after the last of the log that some anchor knows.</summary>
    public Breach? CheckEnd(long last)
    {
        var beyond = _places.SelectMany(place => place.Rest()).Where(head => head.Number > last && head.IsSigned(keyring)).ToList();

        return beyond.Count == 0 ? null : new Breach(BreachKind.BatchesCutOff, beyond.Min(head => head.Number) is var first && first > last ? last + 1 : first);
    }

    public void Dispose() => _places.ForEach(place => place.Dispose());

    private Breach? Compare(Head head, SealBatch batch, Place place)
    {
        Checked++;
        if (head.Number < batch.Number)
        {
            // A line that two nodes wrote out of turn: it repeats one that was compared.
            return place.Repeats(head) ? null : new Breach(BreachKind.BatchRewritten, head.Number);
        }

        place.Compared(head);
        if (!head.IsOf(batch) || head.Entries != batch.EntriesSoFar)
        {
            return new Breach(head.IsSigned(keyring) ? BreachKind.BatchRewritten : BreachKind.HeadSignature, batch.Number);
        }

        return head.Signature == Convert.ToBase64String(batch.Signature) || head.IsSigned(keyring)
            ? null
            : new Breach(BreachKind.HeadSignature, batch.Number);
    }

    private sealed class Place : IDisposable
    {
        private const int Kept = 1000;

        private readonly IEnumerator<Head> _heads;
        private readonly Queue<(long Number, string Hash)> _recent = [];

        public Place(IEnumerator<Head> heads)
        {
            _heads = heads;
            Move();
        }

        public Head? Next { get; private set; }

        public void Move() => Next = _heads.MoveNext() ? _heads.Current : null;

        public void Compared(Head head)
        {
            _recent.Enqueue((head.Number, head.Hash));
            if (_recent.Count > Kept)
            {
                _recent.Dequeue();
            }
        }

        public bool Repeats(Head head) => _recent.Contains((head.Number, head.Hash));

        public IEnumerable<Head> Rest()
        {
            for (; Next is { } head; Move())
            {
                yield return head;
            }
        }

        public void Dispose() => _heads.Dispose();
    }
}
