using System.Globalization;

namespace MicroPoints.Runtime;

/// <summary>Whole numbers as papers count: 一、二、三 … 十二; figures from a hundred on.</summary>
public static class ChineseCount
{
    public static string Of(int number) => number <= 10 ? "一二三四五六七八九十"[number - 1].ToString()
        : number < 20 ? "十" + Of(number - 10)
        : number < 100 ? Of(number / 10) + "十" + (number % 10 == 0 ? "" : Of(number % 10))
        : number.ToString(CultureInfo.InvariantCulture);
}
