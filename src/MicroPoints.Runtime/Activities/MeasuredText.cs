using MicroPoints.Activities;

namespace MicroPoints.Runtime;

/// <summary>What an activity measures, as people read it.</summary>
public static class MeasuredText
{
    /// <param name="kind">Null where the catalogue does not have it any more.</param>
    public static Title Of(Measured measured, ActivityKind? kind) => measured switch
    {
        Measured.Count count => new($"{count.Times} {(kind is null ? "次" : kind.Unit)}".TrimEnd()),
        Measured.Quantity quantity => new($"{new Points(quantity.Hundredths)} {kind?.Unit}".TrimEnd()),
        Measured.Rate rate => new($"参评 {rate.Answered}/{rate.Asked}，满意 {rate.Satisfied}",
            $"{rate.Answered} of {rate.Asked} answered, {rate.Satisfied} satisfied"),
        Measured.Share share => new($"完成 {share.Done}/{share.Of}", $"{share.Done} of {share.Of} done"),
        Measured.Option option => kind?.OptionTitle(option.Id) ?? new(option.Id),
        Measured.Flag flag => kind?.OptionTitle(flag.Value ? "true" : "false") ?? (flag.Value ? new("是", "yes") : new("否", "no")),
        Measured.Awarded awarded => new($"{awarded.Points} 分", $"{awarded.Points} points"),
        _ => throw new InvariantException("unknown measure"),
    };
}
