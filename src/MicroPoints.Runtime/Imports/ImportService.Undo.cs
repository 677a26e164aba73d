using MicroPoints.Identity;
using MicroPoints.Imports;
using MicroPoints.Ledger;

namespace MicroPoints.Runtime;

public sealed partial class ImportService
{
    /// <summary>
    /// Takes a whole import back by reversals, and records anew what it had corrected, so that the ledgers say what they said
    /// before.
    /// </summary>
    /// <remarks>Everything is rehearsed before the first write. A broken-off undo is finished by sending it again with the same
    /// reason.</remarks>
    public async ValueTask<ImportOutcome> Undo(
        ImportId import, string reason, Actor by, IProgress<(long Done, long Total)>? progress, CancellationToken cancel)
    {
        var stream = StreamId.Of(import);
        var state = await workspace.Streams.Load<ImportState>(stream, cancel);
        // One of another county is as unknown as one that is nowhere.
        if (state.Begun is not { } begun || !by.Scope.Contains(begun.Scope)) return ImportOutcome.Refused(new TableNote(null,
            $"没有导入 {import}，请在导入列表中查看编号", $"there is no import {import}: list the imports to see their ids"));
        if (!by.MayRecord(begun.Scope)) return ImportOutcome.Refused(new TableNote(null, RefusalWords.InTable(Refusal.NotAllowed,
            $"{by.Id} ({by.Role}, region {by.Scope}) may not take back imports of {begun.Scope}")));
        if (state.Undone is not null) return new ImportOutcome(ImportEnd.NothingNew, import, 0, 0, [], []);

        var (works, problems) = (new List<ChamberWork>(), new List<TableNote>());
        foreach (var chamber in begun.Chambers)
        {
            var work = await PlanUndo(import, chamber, reason, cancel);
            if (work.Commands.Count == 0) continue;
            works.Add(work);
            problems.AddRange((await Rehearse(work, by, cancel)).Refused.Select(p => p with
            {
                What = new Title($"{work.Plan.Name}：{p.What.Zh}", $"{work.Chamber}: {p.What.EnOrZh}"),
            }));
        }
        if (problems.Count > 0) return ImportOutcome.Refused([.. problems.Take(Limits.TableProblemsMax)]);
        if (await workspace.Streams.Run(stream, begun.Scope, by, new BeginUndo(reason), cancel) is Answer.Refused refused)
            return ImportOutcome.Refused(Said(refused));
        return await WriteUndo(import, begun, works, reason, by, progress, cancel);
    }

    private async ValueTask<ImportOutcome> WriteUndo(ImportId import, ImportBegun begun, List<ChamberWork> works, string reason,
        Actor by, IProgress<(long, long)>? progress, CancellationToken cancel)
    {
        var (restored, takenBack) = (0, 0);
        for (var i = 0; i < works.Count; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var work = works[i];
            for (var attempt = 0; ; attempt++)
            {
                var bound = work.Commands.Take(Limits.BatchMax).Select((c, n) => n == 0 ? new AtHead(c, work.Head) : c).ToList();
                var answer = bound.Count == 0 ? null : await workspace.Chambers.RunAll(work.Chamber, by, bound, CancellationToken.None);
                if (answer is BatchAnswer.Refused no && (no.Lines[0].Reason is not Refusal.HeadMoved || attempt == AttemptsMax))
                    return new ImportOutcome(ImportEnd.BrokenOff, import, restored, takenBack, [],
                        [.. no.Lines.Select(l => new TableNote(null, RefusalWords.InTable(l.Reason, l.Detail)))]);
                if (answer is BatchAnswer.Accepted accepted)
                    foreach (var body in accepted.Lines.OfType<Answer.Recorded>().SelectMany(r => r.Entries).Select(e => e.Body))
                        (restored, takenBack) = body is ActivityReversed ? (restored, takenBack + 1) : (restored + 1, takenBack);
                // Planned anew where the ledger moved, and for what one batch did not hold.
                if (answer is null || answer is BatchAnswer.Accepted && work.Commands.Count <= Limits.BatchMax) break;
                work = await PlanUndo(import, work.Chamber, reason, CancellationToken.None);
            }
            progress?.Report((i + 1, works.Count));
        }
        var finished = await workspace.Streams.Run(
            StreamId.Of(import), begun.Scope, by, new FinishUndo(new ImportUndone(takenBack, restored)), cancel);
        return finished is Answer.Refused said
            ? new ImportOutcome(ImportEnd.BrokenOff, import, restored, takenBack, [], [Said(said)])
            : new ImportOutcome(ImportEnd.Done, import, restored, takenBack, [], []);
    }

    private static TableNote Said(Answer.Refused refused) => new(null, RefusalWords.InTable(refused.Reason, refused.Detail));

    private async ValueTask<ChamberWork> PlanUndo(ImportId import, ChamberId chamber, string reason, CancellationToken cancel)
    {
        var (today, commands) = (workspace.Today, new List<LedgerCommand>());
        var view = await workspace.Chambers.View(chamber, Period.Year(today.Year), AsOf.On(today), cancel);
        var entries = await view.Entries(cancel);
        var reversed = ImportPlanner.Reversed(entries);
        var bySlot = ImportPlanner.Lines(entries);
        foreach (var (line, entry) in bySlot.SelectMany(s => s).Where(l => l.Line.Import == import && !reversed.Contains(l.Entry.Id)))
            commands.Add(new ReverseActivity(ImportLine.Undoing(import, entry.Id), entry.Id, reason));
        var places = entries.ToDictionary(e => e.Id);
        var back = new HashSet<(string, string)>();
        foreach (var corrected in entries.Where(e => e.Body is ActivityReversed && ImportLine.IsCorrecting(import, e.Id)).Reverse())
        {
            var old = places[((ActivityReversed)corrected.Body).Target];
            if (ImportLine.Of(old.Id) is not { } line || old.Body is not ActivityRecorded { Fact: var fact }) continue;
            // Somebody else's line stands there now, or the import that said it was itself taken back.
            var there = bySlot[line.Slot].Where(l => l.Line.Item == line.Item).ToList();
            if (there.Any(l => l.Line.Import != import && !reversed.Contains(l.Entry.Id)) || !back.Add((line.Slot, line.Item))) continue;
            if (await Find(line.Import, cancel) is not { Status: ImportStatus.Finished or ImportStatus.Unfinished }) continue;
            commands.Add(new RecordActivity((line with { Number = there.Count + 1 }).Id, fact.Kind, fact.On, fact.Measured,
                fact.Expires, Key: fact.Key, Part: fact.Part, Reason: old.Reason?.Text ?? reason));
        }
        return new ChamberWork(new ChamberPlan(chamber, view.Register?.Name ?? chamber.Value, []), view.Head, entries, commands,
            [.. commands.Select(_ => new CellPlace("", 0, 0))]);
    }
}
