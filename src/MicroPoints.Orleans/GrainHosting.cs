using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using Orleans.Serialization.Configuration;
using Orleans.Storage;

namespace MicroPoints.Orleans;

/// <summary>Takes the grains into a silo, and what they send into a silo or a client.</summary>
public static class GrainHosting
{
    /// <summary>The name of the grain storage that the ledgers are kept in.</summary>
    public const string Storage = "micropoints";

    /// <summary>The grains of this assembly, over the grain storage that the silo has under the name <see cref="Storage"/>.</summary>
    public static ISiloBuilder AddMicroPoints(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<ChamberPartsHolder>().AddSingleton<RoundPartsHolder>();
        silo.Services.AddMicroPointsWire();
        return silo;
    }

    /// <summary>How commands and answers are sent: for silos and for gateway clients.</summary>
    public static IServiceCollection AddMicroPointsWire(this IServiceCollection services)
    {
        services.AddSerializer(serializer => serializer.AddJsonSerializer(
            CoreJson.IsOurs, _ => false, options => options.Configure(o => o.SerializerOptions = CoreJson.Options)));
        services.Configure<TypeManifestOptions>(types =>
        {
            types.AddAllowedAssembly(typeof(MicroPoints.StreamId).Assembly);
            types.AddAllowedAssembly(typeof(Runtime.IEventLog).Assembly);
        });
        services.Configure<ExceptionSerializationOptions>(exceptions => exceptions.SupportedNamespacePrefixes.Add(nameof(MicroPoints)));
        return services.AddSingleton<IGeneralizedCopier, SharedCopier>();
    }

    /// <summary>The silo's grain storage of that name.</summary>
    public static GrainStore Store(IServiceProvider silo, string place = "micropoints") =>
        new(silo.GetRequiredKeyedService<IGrainStorage>(Storage), place);
}
