namespace MicroPoints.Runtime;

/// <summary>Which day a table's numbers stand for.</summary>
internal static class ImportDays
{
    /// <summary>A span that is over stands for itself; one that still runs, for the day that was asked for, else today.</summary>
    public static On? Of(ImportRequest request, On? span, DateOnly today, out Title? problem)
    {
        problem = null;
        var (first, last) = span is { } narrowed ? (narrowed.First, narrowed.Last) : (request.Period.From, request.Period.LastDay);
        if (request.On is { } day && span is null)
        {
            if (day < first || day > last) problem = new Title($"{Calendar.Text(day)} 不在 {request.Period} 期内",
                $"{Calendar.Text(day)} is not in {request.Period}");
            else if (day > today) problem = new Title($"{Calendar.Text(day)} 还没有到",
                $"{Calendar.Text(day)} is after today, {Calendar.Text(today)}");
            return problem is null ? On.Day(day) : null;
        }
        if (first > today)
        {
            var name = span?.ToString() ?? request.Period.ToString();
            problem = new Title($"{name} 还没有开始", $"{name} has not begun");
            return null;
        }
        if (last > today) return On.Day(today);
        return span ?? On.Ending(last, request.Period.Length == PeriodLength.Quarter ? Precision.Quarter : Precision.Year);
    }
}
