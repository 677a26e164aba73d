using System.Text;
using MicroPoints.Rounds;
using MicroPoints.Rulesets;
using MicroPoints.Standings;

namespace MicroPoints.Tests.Rounds;

/// <summary>A proof replays equal from its bytes alone, and not one of them can be changed unnoticed.</summary>
public sealed class ProofTests
{
    private static readonly SmallRound Small = new();
    private static readonly byte[] Proof = Small.Proof();

    [Fact]
    public void A_proof_replays_equal()
    {
        var replayed = Replay.Run(Proof, Small);
        Assert.Equal((SmallRound.Id, 9L, Digest.Of(Proof)), (replayed.Round, replayed.Entries, replayed.Proof));
        Assert.Equal(Small.Evaluation.Cards.Select(c => c.Total), replayed.Evaluation.Cards.Select(c => c.Total));
    }

    [Fact]
    public void The_same_round_gives_the_same_bytes() => Assert.Equal(Proof, new SmallRound().Proof());

    [Theory]
    [InlineData(0x01)]
    [InlineData(0x80)]
    [InlineData(0xff)]
    public void Any_single_byte_changed_is_found_and_never_taken_for_another_version(byte flip)
    {
        for (var at = 0; at < Proof.Length; at++)
        {
            byte[] changed = [.. Proof];
            changed[at] ^= flip;
            var thrown = Record.Exception(() => Replay.Run(changed, Small));
            Assert.True(thrown is ProofException,
                $"byte {at} of {Proof.Length}: {thrown?.GetType().Name ?? "nothing"} {thrown?.Message}");
        }
    }

    [Fact]
    public void Cut_short_anywhere_it_is_no_proof()
    {
        for (var length = 0; length < Proof.Length; length += 7)
            Assert.Throws<ProofException>(() => Replay.Run(Proof.AsMemory(0, length), Small));
    }

    [Fact]
    public void A_byte_more_is_found() => Assert.Throws<ProofException>(() => Replay.Run((byte[])[.. Proof, 0], Small));

    private static byte[] Changed(string member, Func<string, string> change) =>
        StoredZip.Write([.. StoredZip.Read(Proof).Select(m =>
        m.Name == member ? (m.Name, Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(m.Bytes.Span)))) : m)]);

    [Fact]
    public void A_proof_of_semantics_from_the_future_says_so_and_is_not_called_damaged()
    {
        var future = Changed(
            "manifest.json", json => json.Replace(MicroPoints.Rounds.Proof.Semantics, "micropoints-proof/99"));
        Assert.Contains(
            "micropoints-proof/99", Assert.Throws<ProofVersionException>(() => Replay.Run(future, Small)).Message);
    }

    [Fact]
    public void A_damaged_proof_of_the_future_is_damaged_first()
    {
        var both = Changed(
            "manifest.json", json =>
            json.Replace(MicroPoints.Rounds.Proof.Semantics, "micropoints-proof/99")
            .Replace("\"result.json\": \"", "\"result.json\": \"0"));
        Assert.Throws<ProofException>(() => Replay.Run(both, Small));
    }

    [Theory]
    [InlineData("README.txt")]
    [InlineData("manifest.json")]
    [InlineData("ruleset.yaml")]
    [InlineData("activities.yaml")]
    [InlineData("result.json")]
    [InlineData("round.bin")]
    [InlineData("ledgers/b.bin")]
    public void A_member_left_out_of_a_well_made_zip_is_found(string name) => Assert.Throws<ProofException>(() =>
        Replay.Run(StoredZip.Write([.. StoredZip.Read(Proof).Where(m => m.Name != name)]), Small));

    [Fact]
    public void A_member_added_to_a_well_made_zip_is_found() => Assert.Throws<ProofException>(() =>
        Replay.Run(StoredZip.Write([.. StoredZip.Read(Proof), ("note.txt", new byte[] { 65 })]), Small));

    private static byte[] Forged(Func<ProofContent, ProofContent> forge) =>
        MicroPoints.Rounds.Proof.Write(forge(Small.Content()));

    [Fact]
    public void A_result_that_was_not_computed_is_found_even_where_every_digest_fits()
    {
        var result = Encoding.UTF8.GetString(Small.Content().Result.Span)
            .Replace("\"total\":\"4.5\"", "\"total\":\"5\"");
        Assert.Contains("result.json", Assert.Throws<ProofException>(() =>
            Replay.Run(Forged(c => c with { Result = Encoding.UTF8.GetBytes(result) }), Small)).Message);
    }

    [Fact]
    public void A_ledger_with_an_entry_left_out_is_found() =>
        Assert.Contains("the round locked", Assert.Throws<ProofException>(() =>
        Replay.Run(
            Forged(c =>
            c with
            {
                Ledgers =
            [c.Ledgers[0], c.Ledgers[1] with { Entries = [.. c.Ledgers[1].Entries.SkipLast(1)] }]
            }), Small)).Message);

    [Fact]
    public void A_ruleset_other_than_the_locked_one_is_found() => Assert.Throws<ProofException>(() =>
        Replay.Run(Forged(c => c with { Ruleset = Encoding.UTF8.GetBytes("ruleset: another\n") }), Small));

    [Fact]
    public void A_proof_names_every_engine_that_agreed_and_replays_equal() =>
        Replay.Run(Forged(c => c with { Engines = [.. c.Engines, "nrules/1"] }), Small);

    [Fact]
    public void A_replay_says_which_engines_recomputed_the_round_and_which_it_had_not()
    {
        var proof = Forged(c => c with { Engines = [.. c.Engines, "second/1", "third/1"] });
        var replayed = Replay.Run(proof, Small, new SecondEngine(0));
        Assert.Equal([Evaluator.Engine, "second/1"], replayed.Engines);
        Assert.Equal(["third/1"], replayed.NotRun);
    }

    [Fact]
    public void An_engine_that_the_proof_names_and_that_comes_to_other_points_is_found() => Assert.Contains(
        "a: Card.Lines[M1].Points is 1.33 by builtin/1 and 1.34 by second/1", Assert.Throws<ProofException>(() => Replay.Run(
            Forged(c => c with { Engines = [.. c.Engines, "second/1"] }), Small, new SecondEngine(1))).Message);

    [Fact]
    public void An_engine_that_the_proof_does_not_name_has_no_say() =>
        Assert.Equal([Evaluator.Engine], Replay.Run(Proof, Small, new SecondEngine(1)).Engines);

    /// <summary>An engine that gives every line so many hundredths more than it should.</summary>
    private sealed class SecondEngine(long more) : IEvaluationEngine
    {
        public string Name => "second/1";

        public IReadOnlyList<Scorecard> Evaluate(
            Ruleset ruleset, IReadOnlyDictionary<string, SettingValue> settings, IReadOnlyList<ChamberFacts> chambers) =>
            [.. BuiltInEngine.Instance.Evaluate(ruleset, settings, chambers).Select(c => c with
            {
                Card = c.Card with { Lines = [.. c.Card.Lines.Select(l => l with { Points = l.Points + new Points(more) })] },
            })];
    }

    [Fact]
    public void A_proof_that_does_not_name_this_engine_says_so() => Assert.Throws<ProofException>(() =>
        Replay.Run(Forged(c => c with { Engines = ["nrules/1"] }), Small));

    [Fact]
    public void A_proof_holds_no_free_text_of_a_ledger() =>
        Assert.DoesNotContain("a reason", Encoding.UTF8.GetString(Proof));

    [Fact]
    public void Every_system_reads_the_zip()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Proof));
        using var readme = new StreamReader(zip.GetEntry("README.txt")!.Open());
        Assert.StartsWith("程序生成，非真实数据\n", readme.ReadToEnd());
        Assert.Equal(8, zip.Entries.Count);
    }
}
