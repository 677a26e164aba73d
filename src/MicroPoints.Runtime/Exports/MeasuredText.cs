using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>What an activity measures, as people read it.</summary>
public static class MeasuredText
{
    public static string Of(Measured measured, ActivityKind? kind) => measured switch
    {
        Measured.Count count => $"{count.Times} {kind?.Unit ?? "次"}",
        Measured.Quantity quantity => $"{new Points(quantity.Hundredths)} {kind?.Unit}".TrimEnd(),
        Measured.Rate rate => $"满意 {rate.Satisfied} / 参评 {rate.Answered} / 应评 {rate.Asked}",
        Measured.Share share => $"{share.Done}/{share.Of}",
        Measured.Option option => kind?.OptionTitle(option.Id).Zh ?? option.Id,
        Measured.Flag flag => flag.Value ? "是" : "否",
        Measured.Awarded awarded => $"{awarded.Points} 分",
        _ => throw new InvariantException("unknown measure"),
    };
}
