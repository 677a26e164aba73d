using System.Globalization;

namespace MicroPoints.Benchmarks;

/// <summary>Numbers as people read them.</summary>
public static class Shown
{
    public static string Rate(double perSecond) => perSecond switch
    {
        >= 1e6 => Text($"{perSecond / 1e6:0.00} M/s"),
        >= 1e3 => Text($"{perSecond / 1e3:0.0} k/s"),
        >= 10 => Text($"{perSecond:0} /s"),
        _ => Text($"{perSecond:0.000} /s"),
    };

    /// <param name="microseconds">How long it took.</param>
    public static string Time(double microseconds) => microseconds switch
    {
        >= 1e6 => Text($"{microseconds / 1e6:0.00} s"),
        >= 1e3 => Text($"{microseconds / 1e3:0.0} ms"),
        >= 10 => Text($"{microseconds:0} µs"),
        _ => Text($"{microseconds:0.00} µs"),
    };

    public static string Ratio(double ratio) => ratio >= 10 ? Text($"{ratio:0.0} ×") : Text($"{ratio:0.00} ×");

    public static string Count(int count) => count >= 100_000 ? Text($"{count / 1e6:0.##} M") : Text($"{count}");

    public static string Number(double number) => Text($"{number:0.##}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
