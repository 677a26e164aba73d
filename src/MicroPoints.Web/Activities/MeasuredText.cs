using System.Globalization;
using MicroPoints.Activities;

namespace MicroPoints.Web;

/// <summary>What an activity measures, in words.</summary>
internal static class MeasuredText
{
    public static string Of(Desk desk, Measured measured, ActivityKind kind) => measured switch
    {
        Measured.Count count => string.Create(CultureInfo.InvariantCulture, $"{count.Times} {kind.Unit}").TrimEnd(),
        Measured.Quantity quantity => $"{new Points(quantity.Hundredths)} {kind.Unit}".TrimEnd(),
        Measured.Rate rate => desk.T($"参评 {rate.Answered}/{rate.Asked}，满意 {rate.Satisfied}",
            $"{rate.Answered} of {rate.Asked} answered, {rate.Satisfied} satisfied"),
        Measured.Share share => desk.T($"完成 {share.Done}/{share.Of}", $"{share.Done} of {share.Of} done"),
        Measured.Option option => desk.T(kind.OptionTitle(option.Id)),
        Measured.Flag flag => desk.T(kind.OptionTitle(flag.Value ? "true" : "false")),
        Measured.Awarded awarded => desk.T($"{awarded.Points} 分", $"{awarded.Points} points"),
        _ => throw new InvalidOperationException("unknown measure"),
    };
}
