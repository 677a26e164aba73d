namespace MicroPoints.Simulation;

/// <summary>
/// Keeps its own account of what callers sent and were told, and compares it with what is there. It shares nothing with
/// the store, the host or the folds: only entries and their canonical bytes.
/// </summary>
internal sealed class Auditor
{
    private sealed class Known
    {
        public HashSet<string> Contents { get; } = [];
        public FirstAnswer? First { get; set; }
        public bool MayBeThere { get; set; }
        public bool HasAnyContent { get; set; }
        public int InFlight { get; set; }

        /// <summary>Since the last audit nobody heard what became of one sending.</summary>
        public bool IsOpen { get; set; }
        public int Times { get; set; }
    }

    /// <summary>Ids that hosts derive from others; callers never choose them.</summary>
    private static readonly string[] Derived = ["lineage-", "carried-", "close-", "publish-1", "adopt-tiny-1"];

    private readonly Dictionary<(StreamId Stream, EntryId Id), Known> _known = [];
    private readonly List<Sending> _lost = [];

    /// <summary>How many answers there were of each sort.</summary>
    public Counts Counts { get; } = new();

    public bool IsAcknowledged(StreamId stream, EntryId id) => _known.GetValueOrDefault((stream, id))?.First is not null;

    /// <summary>A caller sends lines that count together or not at all.</summary>
    public Sending Send(params IReadOnlyList<SentLine> lines)
    {
        var known = lines.Select(l => Of(l.Stream, l.Id)).ToList();
        var sending = new Sending(lines, [.. known.Select(k => k.First)], [.. known.Select(k => k.MayBeThere || k.First is not null)]);
        for (var i = 0; i < lines.Count; i++)
        {
            known[i].InFlight++;
            known[i].Times++;
            known[i].MayBeThere = true;
            if (lines[i].Content is { } content) known[i].Contents.Add(content);
            else known[i].HasAnyContent = true;
        }
        return sending;
    }

    /// <summary>A line was answered with its entry.</summary>
    public void Answered(Sending sending, int line, SealedEntry entry, bool exists)
    {
        var (stream, id, content) = sending.Lines[line];
        var known = Of(stream, id);
        known.InFlight--;
        Demand(entry.Stream == stream && entry.Id == id, $"{stream} {id} was answered with {entry.Stream} {entry.Id}");
        Demand(content is null || Wording.Of(entry) == content,
            $"{stream} {id} was answered for '{Wording.Of(entry)}', sent was '{content}'");
        Demand(!exists || known.Times > 1, $"{stream} {id} is said to exist and was sent only once");
        Acknowledged(entry);
        if (exists) Counts.Exists++;
        else Counts.Recorded++;
    }

    /// <summary>A caller was told that an entry is there.</summary>
    public void Acknowledged(SealedEntry entry)
    {
        var known = Of(entry.Stream, entry.Id);
        var answer = new FirstAnswer(entry.Sequence, entry.Hash, Wording.Of(entry));
        Demand(known.First is null || known.First == answer, $"{entry.Stream} {entry.Id} was answered {known.First}, and now {answer}");
        known.First = answer;
    }

    /// <summary>The whole sending was refused.</summary>
    /// <param name="refusals">Why, by line; the others were refused only with these.</param>
    public void Refused(Sending sending, IReadOnlyDictionary<int, Refusal> refusals)
    {
        Counts.Refused++;
        for (var i = 0; i < sending.Lines.Count; i++)
        {
            var known = Of(sending.Lines[i].Stream, sending.Lines[i].Id);
            known.InFlight--;
            CheckRefusal(sending, i, refusals.TryGetValue(i, out var refusal) ? refusal : null);
            var saysItIsThere = refusal.ToString().StartsWith("Exists", StringComparison.Ordinal);
            if (known is { InFlight: 0, First: null, IsOpen: false } && !saysItIsThere) known.MayBeThere = false;
        }
    }

    /// <summary>Nobody heard what became of it.</summary>
    public void Lost(Sending sending)
    {
        Counts.Lost++;
        foreach (var line in sending.Lines)
        {
            var known = Of(line.Stream, line.Id);
            known.InFlight--;
            known.IsOpen = true;
        }
        if (sending.Lines.Count > 1) _lost.Add(sending);
    }

    /// <summary>Compares with everything that is there, while nothing is under way; what was unknown is known from then on.</summary>
    public void Compare(IReadOnlyDictionary<StreamId, IReadOnlyList<SealedEntry>> there)
    {
        foreach (var (stream, entries) in there) Chains.Check(stream, entries);
        var found = there.SelectMany(s => s.Value).ToDictionary(e => (e.Stream, e.Id));
        foreach (var (place, known) in _known)
        {
            var entry = found.GetValueOrDefault(place);
            Demand(known.InFlight == 0, $"{place} is still under way");
            if (known.First is { } first) CheckFirst(place, first, entry);
            else if (entry is not null) CheckUnknown(place, known, entry);
        }
        foreach (var sending in _lost) CheckWhole(sending, found);
        foreach (var (place, entry) in found)
        {
            Demand(_known.ContainsKey(place) || Array.Exists(Derived, d => place.Id.Value.StartsWith(d, StringComparison.Ordinal)),
                $"{place.Stream} {place.Id} is there and nobody sent it");
            Acknowledged(entry);
        }
        foreach (var known in _known.Values) (known.MayBeThere, known.IsOpen) = (known.First is not null, false);
        _lost.Clear();
        Counts.Audits++;
    }

    private static void CheckRefusal(Sending sending, int line, Refusal? refusal)
    {
        var (stream, id, content) = sending.Lines[line];
        if (refusal is null) return;
        var saysItIsThere = refusal.Value.ToString().StartsWith("ExistsWith", StringComparison.Ordinal);
        Demand(!saysItIsThere || sending.WasPossible[line] || refusal == Refusal.ExistsInPredecessor,
            $"{stream} {id} is refused with {refusal} and was never sent before");
        if (sending.Before[line] is not { } first) return;
        Demand(first.Content != content, $"{stream} {id} was acknowledged, and sending it again is refused with {refusal}");
        Demand(saysItIsThere, $"{stream} {id} was acknowledged, and other content is refused with {refusal}");
    }

    private static void CheckFirst((StreamId Stream, EntryId Id) place, FirstAnswer first, SealedEntry? entry)
    {
        Demand(entry is not null, $"{place.Stream} {place.Id} was acknowledged or seen at sequence {first.Sequence} and is lost");
        var now = new FirstAnswer(entry!.Sequence, entry.Hash, Wording.Of(entry));
        Demand(now == first, $"{place.Stream} {place.Id} was acknowledged as {first} and is {now}");
    }

    private static void CheckUnknown((StreamId Stream, EntryId Id) place, Known known, SealedEntry entry)
    {
        Demand(known.MayBeThere, $"{place.Stream} {place.Id} was refused or absent, and is there at sequence {entry.Sequence}");
        Demand(known.HasAnyContent || known.Contents.Contains(Wording.Of(entry)),
            $"{place.Stream} {place.Id} says '{Wording.Of(entry)}', which nobody sent");
    }

    private static void CheckWhole(Sending sending, Dictionary<(StreamId, EntryId), SealedEntry> found)
    {
        var fresh = sending.Lines.Where((_, i) => sending.Before[i] is null).ToList();
        var there = fresh.Count(l => found.ContainsKey((l.Stream, l.Id)));
        Demand(there == 0 || there == fresh.Count,
            $"of the batch {string.Join(", ", fresh.Select(l => $"{l.Stream} {l.Id}"))} {there} of {fresh.Count} are there");
    }

    private Known Of(StreamId stream, EntryId id) =>
        _known.TryGetValue((stream, id), out var known) ? known : _known[(stream, id)] = new Known();

    public static void Demand(bool holds, string what)
    {
        if (!holds) throw new AuditException(what);
    }
}
