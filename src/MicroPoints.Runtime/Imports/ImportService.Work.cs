using MicroPoints.Activities;
using MicroPoints.Chambers;
using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;
using MicroPoints.Rulesets;
using MicroPoints.Streams;

namespace MicroPoints.Runtime;

public sealed partial class ImportService
{
    private static readonly Dictionary<ChamberId, IReadOnlyList<SealedEntry>> None = [];

    private ImportSource Of(ReadOnlyMemory<byte> file) =>
        new(Digest.Of(file.Span), (request, basis) => TableReader.Read(files.Read(file), request, basis));

    private static ImportSource Of(BatchGrid grid) => new(grid.Digest, (request, basis) => new GridTable(basis, request, grid).Read());

    private async ValueTask<ImportedTable> Read(ImportSource source, ImportRequest request, CancellationToken cancel)
    {
        var (basis, problem) = await Basis(request, cancel);
        return basis is null ? new ImportedTable("", [], null, null, [], [], [], [], [problem!])
            : await Task.Run(() => source.Read(request, basis), cancel);
    }

    /// <summary>What a request is understood by; null and why where that cannot be had.</summary>
    private async ValueTask<(ImportBasis? Basis, TableNote? Problem)> Basis(ImportRequest request, CancellationToken cancel)
    {
        var (ruleset, _) = await RulesetOf(request.Ruleset, request.Scope, cancel);
        if (ruleset is null) return (null, new TableNote(null, $"{RegionNames.Shown(request.Scope, null)} 没有采用积分办法“{request.Ruleset}”",
            $"'{request.Ruleset}' is not adopted for {request.Scope}"));
        return (new ImportBasis(workspace.Kinds, ruleset, await workspace.ChambersIn(request.Scope, cancel), workspace.Today), null);
    }

    /// <summary>The ruleset in force for a scope, with its settings; null where it is not adopted.</summary>
    private async ValueTask<(Ruleset? Ruleset, RulesetAdopted? Adoption)> RulesetOf(string id, RegionCode scope, CancellationToken cancel)
    {
        if (workspace.Regions.AdoptionOf(id, scope, AsOf.On(workspace.Today)) is not { } adoption) return (null, null);
        var (published, _) = await workspace.Library.Get(adoption.Ruleset, adoption.Hash, workspace.Kinds, cancel);
        return (published.WithListsOf(adoption.Settings, workspace.Kinds), adoption);
    }

    private async ValueTask<(ImportPreview, IReadOnlyList<ChamberWork>, IReadOnlyDictionary<ChamberId,
        IReadOnlyList<SealedEntry>> After)> Prepare(
        ImportSource source, ImportRequest request, Actor by, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var table = await Read(source, request, cancel);
        // What is wrong with some rows of a grid keeps nobody from being told what the ledgers say of the others.
        if (table.Problems.Count > 0 && table.Cells.Count == 0)
            return (new ImportPreview(table, null, [], null, table.Notes, table.Problems), [], None);
        var (import, last) = await NextOf(source, request, cancel);
        if (last is { UndoEntry: not null, Undone: null }) return (Stopped(table, new TableNote(null,
            $"同一文件的上一次导入 {last.Id} 还没有撤销完，请先把撤销做完",
                $"{last.Id}, an import of the same file, is being taken back: finish that first")), [], None);
        if (!by.MayRecord(request.Scope)) return (Stopped(table, new TableNote(null, RefusalWords.InTable(Refusal.NotAllowed,
            $"{by.Id} ({by.Role}, region {by.Scope}) may not import for {request.Scope}"))), [], None);

        var (works, after, problems) = (new List<ChamberWork>(), new Dictionary<ChamberId, IReadOnlyList<SealedEntry>>(),
            new List<TableNote>(table.Problems));
        var notes = new List<TableNote>(table.Notes);
        foreach (var cells in table.Cells.GroupBy(c => c.Chamber).OrderBy(g => g.Key))
        {
            var (work, register) = await Plan(import, cells.Key, [.. cells], cancel);
            works.Add(work with { Plan = work.Plan with { Name = register?.Name ?? cells.Key.Value } });
            notes.AddRange(AlsoCounted(work, [.. cells], request, register?.Name ?? cells.Key.Value));
            var (fresh, refused) = await Rehearse(work, by, cancel);
            problems.AddRange(refused);
            if (fresh.Count > 0) after[cells.Key] = [.. work.Entries, .. fresh];
            progress?.Report((works.Count, table.Chambers.Count));
        }
        return (new ImportPreview(table, import, [.. works.Select(w => w.Plan)], null, [.. notes.Take(Limits.TableProblemsMax)],
            [.. problems.Take(Limits.TableProblemsMax)]), works, after);
    }

    private static ImportPreview Stopped(ImportedTable table, TableNote problem) => new(table, null, [], null, table.Notes, [problem]);

    private async ValueTask<(ChamberWork Work, Chamber? Register)> Plan(
        ImportId import, ChamberId chamber, IReadOnlyList<ImportedCell> cells, CancellationToken cancel)
    {
        var today = workspace.Today;
        var view = await workspace.Chambers.View(chamber, Period.Year(today.Year), AsOf.On(today), cancel);
        var entries = await view.Entries(cancel);
        return (new ImportPlanner(import, chamber, view.Register?.Name ?? chamber.Value, entries).Plan(view.Head, cells), view.Register);
    }

    /// <summary>What would be written, or every line that would be refused.</summary>
    private async ValueTask<(IReadOnlyList<SealedEntry> Fresh, IReadOnlyList<TableNote> Refused)> Rehearse(
        ChamberWork work, Actor by, CancellationToken cancel)
    {
        var (fresh, refused, head) = (new List<SealedEntry>(), new List<TableNote>(), work.Head);
        for (var from = 0; from < work.Commands.Count; from += Limits.BatchMax)
            switch (await workspace.Chambers.Preview(work.Chamber, by, [.. work.Commands.Skip(from).Take(Limits.BatchMax)], cancel))
            {
                case BatchAnswer.Accepted accepted:
                    // Later parts are rehearsed on the ledger as it is, so their entries get their place here.
                    foreach (var entry in accepted.Lines.OfType<Answer.Recorded>().SelectMany(r => r.Entries))
                    {
                        var placed = entry with { Sequence = head.Sequence + 1, Previous = head.Hash };
                        head = placed.Head;
                        fresh.Add(placed);
                    }
                    break;
                case BatchAnswer.Refused no:
                    refused.AddRange(no.Lines.Select(l => new TableNote(
                        work.Places[Math.Min(from + l.Index, work.Places.Count - 1)], RefusalWords.InTable(l.Reason, l.Detail))));
                    break;
            }
        return (fresh, refused);
    }

    /// <summary>Says where activities of the same kind stand already that come from elsewhere: both would count.</summary>
    /// <remarks>A table says what a period came to; a grid adds to it, so there only the same day is suspicious.</remarks>
    private static IEnumerable<TableNote> AlsoCounted(
        ChamberWork work, IReadOnlyList<ImportedCell> cells, ImportRequest request, string name)
    {
        var isGrid = request.Shape == TableShape.Grid;
        var slots = cells.Select(c => ImportLine.SlotOf(c.Slot)).ToHashSet();
        var reversed = ImportPlanner.Reversed(work.Entries);
        foreach (var kind in work.Plan.Lines.Where(l => l.Kind == LineKind.New && l.Activity.Nature == Nature.Event).Select(l =>
            l.Activity).Distinct())
        {
            var others = work.Entries.Count(e => LedgerState.FactOf(e) is { } fact && fact.Kind == kind.Id
                && (isGrid ? cells.Any(c => c.Items.Any(i => i.On == fact.On)) : request.Period.Contains(fact.On.Last))
                && !reversed.Contains(e.Id) && !(ImportLine.Of(e.Id) is { } line && slots.Contains(line.Slot)));
            if (others > 0) yield return new TableNote(cells.First(c => c.Kind.Id == kind.Id).Place, isGrid
                ? new Title($"这一天已有 {others} 条{kind.Title.QuotedZh}，两边都会计入，请核对是否重复",
                    $"{others} of that day are recorded already: both count, see that they are not the same")
                : new Title($"{name} 本期已有 {others} 条{kind.Title.QuotedZh}来自别处，两边都会计入，请核对是否重复",
                $"{name} has {others} {kind.Id} of this period from elsewhere: both count, see that they are not the same"));
        }
    }

    /// <summary>
    /// The import that this file goes on with or would become, and the last that it was; an id is made from file and reading.
    /// </summary>
    private async ValueTask<(ImportId Next, ImportState? Last)> NextOf(ImportSource source, ImportRequest request,
        CancellationToken cancel)
    {
        var made = Digest.OfText($"{source.Digest}\n{request.Reading}").ToString()[..12];
        ImportState? last = null;
        for (var number = 1; ; number++)
        {
            var id = new ImportId(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"imp-{made}-{number}"));
            var state = await workspace.Streams.Load<ImportState>(StreamId.Of(id), cancel);
            if (state.Begun is null) return (id, last);
            if (state is { Finished: null, UndoEntry: null }) return (id, state);
            last = state;
        }
    }

    private async ValueTask<ImportId?> LastOf(ImportSource source, ImportRequest request, CancellationToken cancel) =>
        (await NextOf(source, request, cancel)).Last?.Id;

    /// <summary>Writes one chamber's lines; where its ledger moved meanwhile they are planned anew.</summary>
    private async ValueTask<((int Recorded, int TakenBack) Wrote, IReadOnlyList<TableNote> Problems)> Write(
        ChamberWork work, ImportId import, ImportedTable table, Actor by, CancellationToken cancel)
    {
        var wrote = (Recorded: 0, TakenBack: 0);
        for (var attempt = 0; attempt < AttemptsMax; attempt++)
        {
            var (head, moved) = (work.Head, false);
            for (var from = 0; from < work.Commands.Count && !moved; from += Limits.BatchMax)
            {
                // Bound to the ledger that it was planned on, so that two imports at once never record one cell twice.
                var part = work.Commands.Skip(from).Take(Limits.BatchMax).ToList();
                var bound = part.Select((c, i) => i == 0 ? new AtHead(c, head) : c).ToList();
                switch (await workspace.Chambers.RunAll(work.Chamber, by, bound, cancel))
                {
                    case BatchAnswer.Accepted accepted:
                        head = accepted.Head;
                        foreach (var body in accepted.Lines.OfType<Answer.Recorded>().SelectMany(r => r.Entries).Select(e => e.Body))
                            wrote = body is ActivityReversed ? (wrote.Recorded, wrote.TakenBack + 1)
                                : (wrote.Recorded + 1, wrote.TakenBack);
                        break;
                    case BatchAnswer.Refused no when no.Lines[0].Reason is Refusal.HeadMoved:
                        moved = true;
                        break;
                    case BatchAnswer.Refused no:
                        return (wrote, [.. no.Lines.Select(l => new TableNote(
                            work.Places[Math.Min(from + l.Index, work.Places.Count - 1)], RefusalWords.InTable(l.Reason, l.Detail)))]);
                }
            }
            if (!moved) return (wrote, []);
            (work, _) = await Plan(import, work.Chamber, [.. table.Cells.Where(c => c.Chamber == work.Chamber)], cancel);
        }
        return (wrote, [new TableNote(null,
            RefusalWords.InTable(Refusal.HeadMoved, $"{work.Chamber} was changed by others meanwhile: send the file again"))]);
    }

    /// <summary>Counted in the ledgers, so that an import that was finished in two sendings counts both.</summary>
    private async ValueTask<ImportFinished> Count(ImportId import, IReadOnlyList<ChamberId> chambers, CancellationToken cancel)
    {
        var (recorded, takenBack) = (0L, 0L);
        foreach (var chamber in chambers)
            await foreach (var entry in workspace.Log.Read(StreamId.Of(chamber), 0, cancel))
                if (entry.Body is ActivityRecorded && ImportLine.Of(entry.Id)?.Import == import) recorded++;
                else if (entry.Body is ActivityReversed && ImportLine.IsCorrecting(import, entry.Id)) takenBack++;
        return new ImportFinished(recorded, takenBack);
    }
}
