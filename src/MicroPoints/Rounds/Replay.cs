using System.Text;
using System.Text.Json;
using MicroPoints.Activities;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Standings;
using MicroPoints.Streams;

namespace MicroPoints.Rounds;

/// <summary>Reads rulesets and kinds from the bytes inside a proof; the format is not the core's.</summary>
public interface IRuleFormat
{
    /// <exception cref="FormatException">The bytes are no activities file; the message says where.</exception>
    KindCatalogue ReadKinds(ReadOnlyMemory<byte> bytes);

    /// <exception cref="FormatException">The bytes are no ruleset; the message says where.</exception>
    Ruleset ReadRuleset(ReadOnlyMemory<byte> bytes, KindCatalogue kinds);
}

/// <summary>What a replay found: everything was recomputed and is equal.</summary>
/// <param name="Engines">The engines that recomputed it, of those that the proof names.</param>
/// <param name="NotRun">The engines that the proof names and this replay had not.</param>
public sealed record Replayed(RoundId Round, RoundOpened Opened, RoundEvaluation Evaluation, long Entries, Digest Proof, Digest Result,
    IReadOnlyList<string> Engines, IReadOnlyList<string> NotRun);

/// <summary>Recomputes a round from its proof alone: chains to the named heads, folds, evaluation, result and the zip's
/// own bytes.</summary>
public static class Replay
{
    /// <param name="others">Engines beside the built-in one; those that the proof names recompute the round as well.</param>
    /// <exception cref="ProofException">Something differs; the message says what.</exception>
    /// <exception cref="ProofVersionException">The proof is whole and of another semantics.</exception>
    public static Replayed Run(ReadOnlyMemory<byte> proof, IRuleFormat format, params IReadOnlyList<IEvaluationEngine> others)
    {
        try { return Recompute(proof, format, others); }
        catch (Exception e) when (e is InvariantException or OverflowException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProofException($"the proof's content contradicts itself: {e.Message}");
        }
    }

    private static Replayed Recompute(ReadOnlyMemory<byte> proof, IRuleFormat format, IReadOnlyList<IEvaluationEngine> others)
    {
        var members = StoredZip.Read(proof);
        CheckManifest(members);
        var files = members.ToDictionary(m => m.Name, m => m.Bytes);
        var round = ReadRound(files);
        var state = Folded(new RoundState(round[0].Stream), round);
        var (opened, locked, decided) = (Body<RoundOpened>(round), Body<RoundLocked>(round), Body<RoundDecided>(round));
        var kinds = ReadRules(() => format.ReadKinds(File(files, Proof.ActivitiesFile)), Proof.ActivitiesFile);
        var ruleset = ReadRules(() => format.ReadRuleset(File(files, Proof.RulesetFile), kinds), Proof.RulesetFile);
        Equal("activities.yaml's digest", locked.Snapshot.ActivitiesHash, kinds.Hash);
        Equal("ruleset.yaml's digest", locked.Snapshot.RulesetHash, ruleset.Hash);

        if (state.Status != RoundStatus.Decided)
            throw new ProofException($"{Proof.RoundFile} ends {state.Status.ToString().ToLowerInvariant()}, not decided");
        var ledgers = locked.Snapshot.Heads.Select(h => ReadLedger(files, h, state.Admitted)).ToList();
        var evaluation = RoundEvaluation.Run(opened, locked.Snapshot, state.Admitted, ruleset, kinds, ledgers);
        var engines = ReadEngines(files);
        var asked = others.Where(o => engines.Contains(o.Name)).ToList();
        if (asked.Select(evaluation.Dissent).FirstOrDefault(d => d is not null) is { } dissent)
            throw new ProofException($"the engines that the proof names do not agree: {dissent}");
        CheckDecision(state, decided, evaluation);
        var id = new RoundId(round[0].Stream.Name);
        var result = ResultWriter.Write(id, evaluation, decided, state);
        Same(Proof.ResultFile, File(files, Proof.ResultFile).Span, result);
        var rebuilt = Proof.Write(new ProofContent(round, File(files, Proof.RulesetFile), File(files, Proof.ActivitiesFile),
            ledgers, result, engines));
        Same("the proof", proof.Span, rebuilt);
        return new Replayed(id, opened, evaluation, round.Count + ledgers.Sum(l => (long)l.Entries.Count),
            Digest.Of(rebuilt), Digest.Of(result), [Evaluator.Engine, .. asked.Select(o => o.Name)],
            [.. engines.Where(e => e != Evaluator.Engine && asked.All(o => o.Name != e))]);
    }

    /// <summary>Every member's digest first, so that damage is told from another version.</summary>
    private static void CheckManifest(IReadOnlyList<(string Name, ReadOnlyMemory<byte> Bytes)> members)
    {
        if (members.Select(m => m.Name).Distinct().Count() != members.Count) throw new ProofException("a member stands twice in the zip");
        var manifest = members.FirstOrDefault(m => m.Name == Proof.Manifest).Bytes;
        if (manifest.IsEmpty) throw new ProofException($"the proof has no {Proof.Manifest}");
        try
        {
            using var json = JsonDocument.Parse(manifest);
            foreach (var digest in json.RootElement.GetProperty("sha256").EnumerateObject())
            {
                var bytes = members.FirstOrDefault(m => m.Name == digest.Name).Bytes;
                if (Digest.Of(bytes.Span).ToString() != digest.Value.GetString())
                    throw new ProofException($"{digest.Name} is missing or does not have the SHA-256 that the manifest names");
            }
            var semantics = json.RootElement.GetProperty("semantics").GetString();
            if (semantics != Proof.Semantics)
                throw new ProofVersionException(
                    $"the proof has semantics {semantics}; this version implements {Proof.Semantics}: use the version that sealed it");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ProofException($"{Proof.Manifest} is not a proof's manifest: {e.Message}");
        }
    }

    /// <summary>The engines that agreed on the result. This replay speaks for its own, which has to be among them.</summary>
    private static IReadOnlyList<string> ReadEngines(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var manifest = JsonDocument.Parse(File(files, Proof.Manifest));
        string[] engines = [.. manifest.RootElement.GetProperty("engines").EnumerateArray().Select(e => e.GetString() ?? "")];
        return engines.Contains(Evaluator.Engine) ? engines
            : throw new ProofException($"the proof names no result of {Evaluator.Engine}");
    }

    private static IReadOnlyList<SealedEntry> ReadRound(Dictionary<string, ReadOnlyMemory<byte>> files)
    {
        using var manifest = JsonDocument.Parse(File(files, Proof.Manifest));
        var name = manifest.RootElement.GetProperty("round").GetString();
        if (!RoundId.IsValid(name)) throw new ProofException($"'{name}' is not a round");
        var round = ReadEntries(StreamId.Of(new RoundId(name)), File(files, Proof.RoundFile), Proof.RoundFile);
        Equal("the round's head", manifest.RootElement.GetProperty("roundHead").GetString(), round[^1].Head.ToString());
        return round;
    }

    private static FrozenLedger ReadLedger(
        Dictionary<string, ReadOnlyMemory<byte>> files, FrozenHead frozen, IReadOnlyList<AdmittedEntry> admitted)
    {
        var name = $"{Proof.LedgerFolder}{frozen.Chamber}.bin";
        var entries = ReadEntries(StreamId.Of(frozen.Chamber), File(files, name), name);
        if (FrozenLedger.Fault(entries, frozen, admitted) is { } fault) throw new ProofException($"{name}: {fault}");
        Folded(new LedgerState(frozen.Chamber), entries);
        return new FrozenLedger(frozen.Chamber, entries);
    }

    /// <summary>Folds as strictly as a log does: evaluation alone passes over what it does not count.</summary>
    private static T Folded<T>(T state, IReadOnlyList<SealedEntry> entries) where T : StreamState
    {
        foreach (var entry in entries)
        {
            try { state.Apply(entry); }
            catch (InvariantException e)
            {
                throw new ProofException($"{state.Stream} is no such stream at sequence {entry.Sequence}: {e.Message}");
            }
        }
        return state;
    }

    /// <summary>The meeting decided when and as it was allowed to: the same refusals as when it did.</summary>
    private static void CheckDecision(RoundState round, RoundDecided decided, RoundEvaluation evaluation)
    {
        if (round.Opened!.Purpose == RoundPurpose.Annual && !RoundProfile.Of(round.Opened).IsBuilt)
            throw new ProofVersionException($"the round's profile '{round.Opened.Profile}' is not one that this version implements");
        var wrong = RoundSteps.RefuseDecision(round, decided.On, NoticeContent.DigestOf(evaluation), [])
            ?? decided.Departures.Select(d => Selection.Refuse(d, evaluation.Cards)).FirstOrDefault(r => r is not null)
            ?? Selection.RefuseOverfull(decided.Departures, evaluation.Cards, evaluation.Values)
            ?? Selection.RefuseHeld(decided.Departures, evaluation.Cards, round.Vetting);
        if (wrong is Decision.Refused refused)
            throw new ProofException($"the decision is one that was not allowed: {refused.Reason}: {refused.Detail}");
    }

    private static IReadOnlyList<SealedEntry> ReadEntries(StreamId stream, ReadOnlyMemory<byte> bytes, string name)
    {
        try
        {
            var entries = EntryFile.Read(stream, bytes.Span);
            return entries.Count > 0 ? entries : throw new ProofException($"{name} holds no entry");
        }
        catch (CanonicalException e)
        {
            throw new ProofException($"{name}: {e.Message}");
        }
    }

    private static T Body<T>(IReadOnlyList<SealedEntry> round) where T : Entry =>
        round.Select(e => e.Body).OfType<T>().SingleOrDefault() ?? throw new ProofException($"{Proof.RoundFile} holds no {typeof(T).Name}");

    private static T ReadRules<T>(Func<T> read, string name)
    {
        try { return read(); }
        catch (FormatException e) { throw new ProofException($"{name}: {e.Message}"); }
    }

    private static ReadOnlyMemory<byte> File(Dictionary<string, ReadOnlyMemory<byte>> files, string name) =>
        files.TryGetValue(name, out var bytes) ? bytes : throw new ProofException($"the proof has no {name}");

    private static void Equal<T>(string what, T named, T computed)
    {
        if (!Equals(named, computed)) throw new ProofException($"{what} is {computed}, the proof names {named}");
    }

    private static void Same(string what, ReadOnlySpan<byte> given, ReadOnlySpan<byte> computed)
    {
        if (given.SequenceEqual(computed)) return;
        var at = given.CommonPrefixLength(computed);
        var (from, before) = (Math.Max(0, at - 40), Math.Min(40, at));
        throw new ProofException($"{what} differs from what was recomputed at byte {at} of {given.Length} (recomputed: {computed.Length}): "
            + $"it has …{Text(given, from, before)}, recomputed …{Text(computed, from, before)}");
    }

    private static string Text(ReadOnlySpan<byte> bytes, int from, int before) =>
        string.Concat(Encoding.UTF8.GetString(bytes.Slice(from, Math.Min(before + 20, bytes.Length - from)))
            .Select(c => char.IsControl(c) ? '·' : c));
}
