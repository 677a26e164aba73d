namespace MicroPoints.Streams;

/// <summary>Reads typed ids out of canonical bytes, refusing what could not have been written.</summary>
internal static class EntryFields
{
    public static ChamberId Chamber(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return ChamberId.IsValid(text) ? new ChamberId(text) : throw new CanonicalException($"'{text}' is not a chamber id");
    }

    public static ChamberId? ChamberOrNull(ref CanonicalReader reader)
    {
        if (reader.TextOrNull() is not { } text) return null;
        return ChamberId.IsValid(text) ? new ChamberId(text) : throw new CanonicalException($"'{text}' is not a chamber id");
    }

    public static EntryId Entry(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return EntryId.IsValid(text) ? new EntryId(text) : throw new CanonicalException($"'{text}' is not an entry id");
    }

    public static KindId Kind(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return KindId.IsValid(text) ? new KindId(text) : throw new CanonicalException($"'{text}' is not an activity kind");
    }

    public static RoundId Round(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return RoundId.IsValid(text) ? new RoundId(text) : throw new CanonicalException($"'{text}' is not a round id");
    }

    public static KeyId Key(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return KeyId.IsValid(text) ? new KeyId(text) : throw new CanonicalException($"'{text}' is not a key id");
    }

    public static AccountId Account(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return AccountId.IsValid(text) ? new AccountId(text) : throw new CanonicalException($"'{text}' is not an account id");
    }

    public static ChamberLinkId ChamberLink(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return ChamberLinkId.IsValid(text) ? new ChamberLinkId(text)
            : throw new CanonicalException($"'{text}' is not the id of a chamber's link");
    }

    public static RegionCode Region(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return RegionCode.IsValid(text) ? new RegionCode(text) : throw new CanonicalException($"'{text}' is not a region");
    }

    public static Period Period(ref CanonicalReader reader)
    {
        var text = reader.Text();
        return MicroPoints.Period.TryParse(text, out var period) ? period : throw new CanonicalException($"'{text}' is not a period");
    }

    public static T Enumerated<T>(ref CanonicalReader reader) where T : struct, Enum
    {
        var value = reader.Whole();
        var typed = (T)Enum.ToObject(typeof(T), value);
        return Enum.IsDefined(typed) && Convert.ToInt64(typed) == value
            ? typed : throw new CanonicalException($"{value} is not a {typeof(T).Name}");
    }

    public static Digest[] Digests(ref CanonicalReader reader)
    {
        var digests = new Digest[reader.Count()];
        for (var i = 0; i < digests.Length; i++) digests[i] = reader.Digest();
        return digests;
    }

    public static string[] Texts(ref CanonicalReader reader)
    {
        var texts = new string[reader.Count()];
        for (var i = 0; i < texts.Length; i++) texts[i] = reader.Text();
        return texts;
    }
}
