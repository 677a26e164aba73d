using System.Text;
using MicroPoints.Cli.Tests.Demo;
using MicroPoints.Rounds;

namespace MicroPoints.Cli.Tests.Rounds;

/// <summary>Proofs whose every check sum was made right again after a change.</summary>
public sealed class ForgedProofTests(CountyDemo demo) : IClassFixture<CountyDemo>
{
    [Fact]
    public async Task A_proof_of_a_later_semantics_cannot_be_run() => (await Replayed(Forge((name, text) =>
        name == Proof.Manifest ? text.Replace(Proof.Semantics, "micropoints-proof/9") : text)))
        .CouldNotRun("micropoints-proof/9", "use the version that sealed it");

    [Fact]
    public async Task A_better_grade_in_the_result_is_found_out() => (await Replayed(Forge((name, text) =>
        name == Proof.ResultFile ? text.Replace("\"grade\":\"D\"", "\"grade\":\"A\"") : text)))
        .No("result.json differs from what was recomputed", "\"grade\":\"A");

    [Fact]
    public async Task A_kinder_ruleset_is_found_out() => (await Replayed(Forge((name, text) =>
        name == Proof.RulesetFile ? text.Replace("value: 0.5", "value: 0.6") : text))).No("ruleset.yaml's digest");

    [Fact]
    public async Task A_ledger_left_out_is_found_out() => (await Replayed(Forge((name, text) => text,
        without: Members().First(m => m.Name.StartsWith(Proof.LedgerFolder, StringComparison.Ordinal)).Name)))
            .No("the proof has no ledgers/");

    private IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> Members() => StoredZip.Read(demo.Proof);

    private async Task<Ran> Replayed(byte[] proof)
    {
        using var desk = new Desk().Write("forged.zip", proof);
        return await desk.Run("round replay forged.zip");
    }

    /// <summary>Changes members and then the digests that the manifest names.</summary>
    private byte[] Forge(Func<string, string, string> change, string? without = null)
    {
        var changed = Members()
            .Where(m => m.Name != without).Select(m => (m.Name, Bytes: Changed(m.Name, m.Bytes, change))).ToList();
        var manifest = changed.FindIndex(m => m.Name == Proof.Manifest);
        var text = Encoding.UTF8.GetString(changed[manifest].Bytes.Span);
        foreach (var (name, bytes) in Members())
            text = changed.FirstOrDefault(c => c.Name == name) is { Name: not null } now
                ? text.Replace(Digest.Of(bytes.Span).ToString(), Digest.Of(now.Bytes.Span).ToString())
                : string.Join('\n', text.Split('\n').Where(l => !l.Contains($"\"{name}\"")));
        changed[manifest] = (Proof.Manifest, Encoding.UTF8.GetBytes(text));
        return StoredZip.Write(changed);
    }

    private static ReadOnlyMemory<byte> Changed(
        string name, ReadOnlyMemory<byte> bytes, Func<string, string, string> change)
    {
        if (name.EndsWith(".bin", StringComparison.Ordinal)) return bytes;
        return Encoding.UTF8.GetBytes(change(name, Encoding.UTF8.GetString(bytes.Span)));
    }
}
