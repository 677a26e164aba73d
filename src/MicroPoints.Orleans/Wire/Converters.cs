using System.Text.Json;
using System.Text.Json.Serialization;
using MicroPoints.Ledger;
using MicroPoints.Runtime;
using MicroPoints.Streams;

namespace MicroPoints.Orleans;

/// <summary>An id or a date by its text.</summary>
internal sealed class TextConverter<T>(Func<string, T> read) : JsonConverter<T> where T : notnull
{
    public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => read(reader.GetString()!);
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>A sealed entry by its place and its canonical bytes; its hash is worked out again.</summary>
internal sealed class EntryConverter : JsonConverter<SealedEntry>
{
    public override SealedEntry Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Sent>(ref reader, options)!;
        return EntryBytes.Read(read.Bytes, read.Stream, new Head(read.After, read.Previous))[0].Entry;
    }

    public override void Write(Utf8JsonWriter writer, SealedEntry value, JsonSerializerOptions options) => JsonSerializer.Serialize(
        writer, new Sent(value.Stream, value.Sequence - 1, value.Previous, EntryBytes.Write(value)), options);

    private sealed record Sent(StreamId Stream, long After, Digest Previous, byte[] Bytes);
}

/// <summary>A ledger by its entries, which are folded again.</summary>
internal sealed class LedgerConverter : JsonConverter<LedgerState>
{
    public override LedgerState Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Sent>(ref reader, options)!;
        var state = new LedgerState(read.Chamber);
        foreach (var entry in read.Entries) state.Apply(entry);
        return state;
    }

    public override void Write(Utf8JsonWriter writer, LedgerState value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Sent(value.Id, value.Entries), options);

    private sealed record Sent(ChamberId Chamber, IReadOnlyList<SealedEntry> Entries);
}

/// <summary>A chamber as a question sees it. Its entries are not sent: whoever receives it fetches them.</summary>
internal sealed class ViewConverter : JsonConverter<ChamberView>
{
    public override ChamberView Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        var read = JsonSerializer.Deserialize<Sent>(ref reader, options)!;
        var bytes = new CanonicalReader(read.Snapshot);
        var (register, tally) = ChamberSnapshot.Read(ref bytes, read.Id);
        return new ChamberView(read.Id, register, read.Head, read.Period, read.At, tally, read.Last,
            _ => throw new InvariantException("a view that came from another process is given its entries by its host"))
        { KnowsAll = read.KnowsAll };
    }

    public override void Write(Utf8JsonWriter writer, ChamberView value, JsonSerializerOptions options)
    {
        var bytes = new CanonicalWriter();
        ChamberSnapshot.Write(bytes, value.Register, value.Tally);
        JsonSerializer.Serialize(writer,
            new Sent(value.Id, value.Head, value.Period, value.At, value.Last, value.KnowsAll, bytes.ToArray()), options);
    }

    private sealed record Sent(ChamberId Id, Head Head, Period Period, AsOf At, DateTimeOffset? Last, bool KnowsAll, byte[] Snapshot);
}

/// <summary>A set of ids as a list.</summary>
internal sealed class SetConverter : JsonConverter<IReadOnlySet<EntryId>>
{
    public override IReadOnlySet<EntryId> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<EntryId[]>(ref reader, options)!.ToHashSet();

    public override void Write(Utf8JsonWriter writer, IReadOnlySet<EntryId> value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Order().ToArray(), options);
}
