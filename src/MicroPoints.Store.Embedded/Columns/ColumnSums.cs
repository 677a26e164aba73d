using System.Numerics;
using MicroPoints.Activities;
using MicroPoints.Standings;

namespace MicroPoints.Store.Embedded;

/// <summary>Which sum each row of a file is added to: by its code, and the month of its day.</summary>
internal sealed class ColumnSums
{
    private readonly int _stride;
    private readonly byte[] _months;
    private readonly int[] _slots;

    public ColumnSums(ColumnFooter footer, SumLayout sums, DateOnly day)
    {
        var period = footer.Period;
        _months = new byte[period.Until.DayNumber - period.From.DayNumber];
        var months = (period.LastDay.Year - period.From.Year) * 12 + period.LastDay.Month - period.From.Month + 1;
        // The last column takes what stands for a day after the reading's.
        _stride = months + 1;
        for (var i = 0; i < _months.Length; i++)
        {
            var on = period.From.AddDays(i);
            _months[i] = (byte)(on > day ? months : (on.Year - period.From.Year) * 12 + on.Month - period.From.Month);
        }
        _slots = new int[footer.Codes.Count * _stride];
        Array.Fill(_slots, sums.Slots);
        for (var code = 0; code < footer.Codes.Count; code++)
            for (var month = 0; month < months; month++)
            {
                var (kind, precision, option) = footer.Codes[code];
                var slice = new Tally.Slice(Calendar.MonthEnd(period.From.AddMonths(month)), precision, option);
                if (CanBe(slice) && sums.SlotOf(kind, slice) is >= 0 and var slot) _slots[code * _stride + month] = slot;
            }
    }

    public int SlotOf(int code, int day) => _slots[code * _stride + _months[day]];

    /// <summary>Adds up whole facts in checked arithmetic.</summary>
    public void Add<TCode, TNumber>(
        ReadOnlySpan<TCode> codes, ReadOnlySpan<ushort> days, ReadOnlySpan<TNumber> numbers, int scale, Span<long> sums)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TNumber : unmanaged, IBinaryInteger<TNumber>
    {
        var (slots, months, stride) = (_slots, _months, _stride);
        days = days[..codes.Length];
        numbers = numbers[..codes.Length];
        for (var i = 0; i < codes.Length; i++)
        {
            ref var sum = ref sums[slots[int.CreateTruncating(codes[i]) * stride + months[days[i]]]];
            sum = checked(sum + long.CreateTruncating(numbers[i]) * scale);
        }
    }

    /// <summary>A quarter or year ends in few months only; no fact is of another.</summary>
    private static bool CanBe(Tally.Slice slice) => slice.Precision switch
    {
        Precision.Quarter => slice.MonthEnd.Month % 3 == 0,
        Precision.Year => slice.MonthEnd.Month == 12,
        _ => true,
    };
}
