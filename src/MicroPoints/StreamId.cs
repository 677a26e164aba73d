using System.Diagnostics.CodeAnalysis;

namespace MicroPoints;

/// <summary>What a stream is about. Values are written into entries: append only.</summary>
public enum StreamType
{
    Chamber = 1,
    Round = 2,
    Claim = 3,
    Ruleset = 4,
    Region = 5,
    Identity = 6,
    Audit = 7,
    Import = 8,
}

/// <summary>One append-only, gap-free, hash-chained list of entries, such as <c>chamber:450102001</c>.</summary>
public readonly record struct StreamId : IComparable<StreamId>
{
    private readonly string? _name;

    public StreamId(StreamType type, string name)
    {
        Type = type;
        _name = IdText.Checked(name, "a stream name");
    }

    /// <summary>The stream of API keys.</summary>
    public static StreamId Keys { get; } = new(StreamType.Identity, "keys");

    /// <summary>The stream of people's accounts.</summary>
    public static StreamId Accounts { get; } = new(StreamType.Identity, "accounts");

    /// <summary>The stream of links to chambers' cards.</summary>
    public static StreamId ChamberLinks { get; } = new(StreamType.Identity, "chamber-links");

    public StreamType Type { get; }
    public string Name => _name ?? "";

    public static StreamId Of(ChamberId chamber) => new(StreamType.Chamber, chamber.Value);
    public static StreamId Of(RoundId round) => new(StreamType.Round, round.Value);
    public static StreamId Of(RegionCode region) => new(StreamType.Region, region.Value);
    public static StreamId Of(ImportId import) => new(StreamType.Import, import.Value);
    public static StreamId OfRuleset(string ruleset) => new(StreamType.Ruleset, ruleset);

    public static bool TryParse([NotNullWhen(true)] string? text, out StreamId stream)
    {
        stream = default;
        var colon = text?.IndexOf(':') ?? -1;
        if (text is null || colon <= 0 || !IdText.IsValid(text[(colon + 1)..])) return false;
        foreach (var type in Enum.GetValues<StreamType>())
        {
            if (!text.AsSpan(0, colon).SequenceEqual(Word(type))) continue;
            stream = new StreamId(type, text[(colon + 1)..]);
            return true;
        }
        return false;
    }

    public static StreamId Parse(string text) =>
        TryParse(text, out var stream) ? stream : throw new FormatException($"'{text}' is not a stream, such as chamber:450102001");

    public int CompareTo(StreamId other) => (Type, 0) != (other.Type, 0)
        ? Type.CompareTo(other.Type)
        : string.CompareOrdinal(Name, other.Name);

    public override string ToString() => $"{Word(Type)}:{Name}";

    private static string Word(StreamType type) => type switch
    {
        StreamType.Chamber => "chamber",
        StreamType.Round => "round",
        StreamType.Claim => "claim",
        StreamType.Ruleset => "ruleset",
        StreamType.Region => "region",
        StreamType.Identity => "identity",
        StreamType.Audit => "audit",
        StreamType.Import => "import",
        _ => throw new InvalidOperationException("unknown stream type"),
    };
}
