namespace MicroPoints.Runtime.Demo;

/// <summary>Reads diaries by recording day.</summary>
internal static class DemoSteps
{
    /// <param name="chambers">In the order in which they are sent.</param>
    /// <param name="diary">Writes or finds a chamber's diary; asked anew for each step.</param>
    public static IReadOnlyList<DemoStep> Of(IReadOnlyList<DemoChamber> chambers, Func<DemoChamber, Diary> diary)
    {
        var steps = Enumerable.Range(0, DemoCalendar.Count);
        return [.. steps.Select(i => new DemoStep(DemoCalendar.InstantOf(i), Batches(i)))];

        IEnumerable<DemoBatch> Batches(int step) =>
            chambers.Select(c => new DemoBatch(c.Id, diary(c).At(step))).Where(b => b.Commands.Count > 0);
    }
}
