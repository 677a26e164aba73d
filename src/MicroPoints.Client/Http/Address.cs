using System.Globalization;
using System.Text;

namespace MicroPoints.Client;

/// <summary>Writes an address: a path whose parts are escaped, then the parameters that are given.</summary>
internal sealed class Address
{
    private readonly StringBuilder _text = new();
    private bool _asks;

    private Address() { }

    /// <summary>A path such as <c>Of("chambers", chamber, "activities")</c>; ids cannot leave their place in it.</summary>
    public static Address Of(params ReadOnlySpan<string> parts)
    {
        var address = new Address();
        foreach (var part in parts)
        {
            if (address._text.Length > 0) address._text.Append('/');
            // Two dots are never escaped and would climb out of the path.
            if (part is "" or "." or "..") throw new ArgumentException($"'{part}' is not an id");
            address._text.Append(Uri.EscapeDataString(part));
        }
        return address;
    }

    public Address With(string name, string? value)
    {
        if (value is null) return this;
        _text.Append(_asks ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _asks = true;
        return this;
    }

    public Address With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));
    public Address With(string name, DateOnly? value) => With(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public Address With(string name, DateTimeOffset? value) =>
        With(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();

    public static implicit operator string(Address address) => address.ToString();
}
