using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>The proof is damaged, changed or not one: what differs and where.</summary>
public sealed class ProofException(string what) : Exception(what);

/// <summary>The proof is whole, and of a semantics this version does not implement.</summary>
public sealed class ProofVersionException(string what) : Exception(what);

/// <summary>What a proof is made of.</summary>
/// <param name="Round">The round's stream through its decision.</param>
/// <param name="Ledgers">Each chamber's entries through its frozen head or last admitted entry, in order of chamber.</param>
/// <param name="Engines">The engines that agreed on the result.</param>
public sealed record ProofContent(
    IReadOnlyList<SealedEntry> Round, ReadOnlyMemory<byte> Ruleset, ReadOnlyMemory<byte> Activities,
    IReadOnlyList<FrozenLedger> Ledgers, ReadOnlyMemory<byte> Result, IReadOnlyList<string> Engines);

/// <summary>The file from which anyone recomputes a round: everything needed, in one zip of fixed bytes.</summary>
public static class Proof
{
    /// <summary>The meaning of the file. A change of layout or of the evaluation's answers is a new one.</summary>
    public const string Semantics = "micropoints-proof/1";

    public const string Manifest = "manifest.json", ReadMe = "README.txt", RulesetFile = "ruleset.yaml",
        ActivitiesFile = "activities.yaml", RoundFile = "round.bin", ResultFile = "result.json", LedgerFolder = "ledgers/";

    private static readonly JsonWriterOptions Options =
        new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ProofContent content)
    {
        var members = new List<(string Name, ReadOnlyMemory<byte> Bytes)>
        {
            (RulesetFile, content.Ruleset),
            (ActivitiesFile, content.Activities),
            (RoundFile, EntryFile.Write(content.Round)),
        };
        members.AddRange(
            content.Ledgers.Select(l =>
            (LedgerFolder + l.Chamber + ".bin", (ReadOnlyMemory<byte>)EntryFile.Write(l.Entries))));
        members.Add((ResultFile, content.Result));
        return StoredZip.Write(
            [(ReadMe, Encoding.UTF8.GetBytes(ProofText.ReadMe(content))), (Manifest, WriteManifest(content, members)),
            .. members]);
    }

    private static byte[] WriteManifest(ProofContent content, IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> members)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("semantics", Semantics);
            json.WriteString("round", content.Round[0].Stream.Name);
            json.WriteString("roundHead", content.Round[^1].Head.ToString());
            json.WriteStartArray("engines");
            foreach (var engine in content.Engines) json.WriteStringValue(engine);
            json.WriteEndArray();
            json.WriteStartObject("sha256");
            foreach (var (name, bytes) in members) json.WriteString(name, Digest.Of(bytes.Span).ToString());
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}
