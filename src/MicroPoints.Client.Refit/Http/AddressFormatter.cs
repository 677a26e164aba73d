using System.Globalization;
using System.Reflection;
using Refit;

namespace MicroPoints.Client.Refit;

/// <summary>Writes days, instants and switches as the API reads them, and keeps ids in their place in a path.</summary>
internal sealed class AddressFormatter : IUrlParameterFormatter
{
    public string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        // A switch that is off is left out.
        bool isOn => isOn ? "true" : null,
        // Two dots are never escaped and would climb out of the path.
        "" or "." or ".." when !attributeProvider.IsDefined(typeof(QueryAttribute), true) =>
            throw new ArgumentException($"'{value}' is not an id"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
