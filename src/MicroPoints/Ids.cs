using System.Diagnostics.CodeAnalysis;

namespace MicroPoints;

/// <summary>The spelling shared by ids that callers choose.</summary>
internal static class IdText
{
    /// <summary>1–64 of <c>A-Z a-z 0-9 . _ : -</c>, the first a letter or digit.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text)
    {
        if (text is null || text.Length is 0 or > Limits.IdLengthMax || !char.IsAsciiLetterOrDigit(text[0])) return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or ':' or '-')) return false;
        return true;
    }

    public static string Checked(string text, string what) =>
        IsValid(text) ? text : throw new FormatException(
            $"'{text}' is not {what}: 1–{Limits.IdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");
}

/// <summary>A chamber of commerce. Chosen once, never reused.</summary>
public readonly record struct ChamberId : IComparable<ChamberId>
{
    private readonly string? _value;
    public ChamberId(string value) => _value = IdText.Checked(value, "a chamber id");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(ChamberId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>An entry of a stream: chosen by the caller, unique in its stream, for ever, so that a retry is recognised.</summary>
public readonly record struct EntryId : IComparable<EntryId>
{
    private readonly string? _value;
    public EntryId(string value) => _value = IdText.Checked(value, "an entry id");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(EntryId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A person or program, opaque: names live outside the sealed entries.</summary>
public readonly record struct ActorId : IComparable<ActorId>
{
    private readonly string? _value;
    public ActorId(string value) => _value = IdText.Checked(value, "an actor id");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(ActorId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A round: one run of a ruleset for a period and a scope.</summary>
public readonly record struct RoundId : IComparable<RoundId>
{
    private readonly string? _value;
    public RoundId(string value) => _value = IdText.Checked(value, "a round id");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(RoundId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>An import of a table: made from the file and how it is read.</summary>
public readonly record struct ImportId : IComparable<ImportId>
{
    private readonly string? _value;
    public ImportId(string value) => _value = IdText.Checked(value, "an import id");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(ImportId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>An activity kind, such as <c>member.visited</c>.</summary>
public readonly record struct KindId : IComparable<KindId>
{
    private readonly string? _value;
    public KindId(string value) => _value = IdText.Checked(value, "an activity kind");
    public string Value => _value ?? "";
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text);
    public int CompareTo(KindId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>An API key's public part; the secret beside it is never kept.</summary>
public readonly record struct KeyId : IComparable<KeyId>
{
    private readonly string? _value;

    public KeyId(string value) => _value = IsValid(value) ? value : throw new FormatException(
        $"'{value}' is not a key id: 1–{Limits.KeyIdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");

    public string Value => _value ?? "";

    /// <summary>Shorter than other ids: an actor's and an entry's id are made from it.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text) && text.Length <= Limits.KeyIdLengthMax;

    public int CompareTo(KeyId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A person's account; opaque, for the name stands beside it and can be erased.</summary>
public readonly record struct AccountId : IComparable<AccountId>
{
    private readonly string? _value;

    public AccountId(string value) => _value = IsValid(value) ? value : throw new FormatException(
        $"'{value}' is not an account id: 1–{Limits.AccountIdLengthMax} of A-Z a-z 0-9 . _ : -, the first a letter or digit");

    public string Value => _value ?? "";

    /// <summary>Shorter than other ids: an actor's and an entry's id are made from it.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text) && text.Length <= Limits.AccountIdLengthMax;

    public int CompareTo(AccountId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}

/// <summary>A link to one chamber's card; the secret in its address is never kept.</summary>
public readonly record struct ChamberLinkId : IComparable<ChamberLinkId>
{
    private readonly string? _value;

    public ChamberLinkId(string value) => _value = IsValid(value) ? value : throw new FormatException(
        $"'{value}' is no id of a chamber's link: 1–{Limits.ChamberLinkIdLengthMax} of A-Z a-z 0-9 . _ : -, "
        + "the first a letter or digit");

    public string Value => _value ?? "";

    /// <summary>Shorter than other ids: an entry's id is made from it.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => IdText.IsValid(text) && text.Length <= Limits.ChamberLinkIdLengthMax;

    public int CompareTo(ChamberLinkId other) => string.CompareOrdinal(Value, other.Value);
    public override string ToString() => Value;
}
