namespace MicroPoints.Simulation;

/// <summary>Everything that was acknowledged in one data directory, by children that were killed.</summary>
internal sealed class KillAccount(string directory)
{
    private readonly Dictionary<(string Stream, string Id), Head> _lines = [];
    private readonly Dictionary<string, Head> _last = [];

    public int Lines => _lines.Count;

    /// <summary>Takes what a child said, and returns how many acknowledgements were in it.</summary>
    public int Take(IReadOnlyList<string> said)
    {
        var acknowledged = 0;
        foreach (var line in said.Where(l => l != "open"))
        {
            var words = line.Split(' ');
            Auditor.Demand(words.Length == 4, $"a child said '{line}'");
            if (words[0] == "head") { CheckHead(words[1], HeadOf(words[2], words[3])); continue; }
            acknowledged++;
            Acknowledge(words[0], words[3], HeadOf(words[1], words[2]));
        }
        return acknowledged;
    }

    /// <summary>Opens the directory in this process and looks for every line of all rounds.</summary>
    public async Task CheckAll()
    {
        // A child that was killed while it made the directory leaves one that is none yet.
        if (_lines.Count == 0 && !File.Exists(new DataDirectory(directory).Format)) return;
        var before = JournalVerify.Run(directory);
        Auditor.Demand(before.IsSound, $"verify finds {before.Broken}");
        await using var log = JournalEventLog.Open(directory, KillChild.Options);
        var left = _lines.Count;
        foreach (var (stream, head) in await log.Cut(RegionCode.Nation, CancellationToken.None))
        {
            var entries = await log.Read(stream, 0, CancellationToken.None).ToListAsync();
            Chains.Check(stream, entries);
            Auditor.Demand(entries[^1].Head == head, $"{stream} ends elsewhere than its head");
            foreach (var entry in entries)
                if (_lines.TryGetValue((stream.ToString(), entry.Id.Value), out var known))
                {
                    Auditor.Demand(known == entry.Head, $"{stream} {entry.Id} was acknowledged as {known} and is {entry.Head}");
                    left--;
                }
        }
        Auditor.Demand(left == 0, $"{left} of {_lines.Count} acknowledged entries are lost");
    }

    private void Acknowledge(string stream, string id, Head head)
    {
        Auditor.Demand(!_lines.TryGetValue((stream, id), out var known) || known == head,
            $"{stream} {id} was acknowledged as {known} and again as {head}");
        _lines[(stream, id)] = head;
        if (head.Sequence > _last.GetValueOrDefault(stream).Sequence) _last[stream] = head;
    }

    /// <summary>Where a new child found a stream to end.</summary>
    private void CheckHead(string stream, Head head)
    {
        var last = _last.GetValueOrDefault(stream);
        Auditor.Demand(head.Sequence > last.Sequence || head == last, $"{stream} was acknowledged through {last} and ends at {head}");
    }

    private static Head HeadOf(string sequence, string hash) =>
        new(long.Parse(sequence, CultureInfo.InvariantCulture), Digest.Parse(hash));
}
