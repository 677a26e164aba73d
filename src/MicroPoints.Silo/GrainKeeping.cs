using Azure.Storage.Blobs;
using MicroPoints.Orleans;
using MicroPoints.Server;
using Orleans.Serialization;
using Orleans.Storage;

namespace MicroPoints.Silo;

/// <summary>The grain storage that ledgers are kept in.</summary>
/// <remarks>The serializer is Orleans' binary one: entries in a JSON text would take a third more.</remarks>
internal static class GrainKeeping
{
    /// <param name="storage">Null: the silo's memory.</param>
    public static ISiloBuilder KeepGrains(
        this ISiloBuilder silo, GrainStorageChoice? storage, string name = GrainHosting.Storage) => storage switch
        {
            { Kind: GrainStorageKind.Azure } => silo.AddAzureBlobGrainStorage(name, b => b.Configure<Serializer>((o, serializer) =>
            {
                o.BlobServiceClient = new BlobServiceClient(storage.Connection.Reveal());
                o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            })),
            { Kind: GrainStorageKind.Postgres } => silo.AddAdoNetGrainStorage(name, b => b.Configure<Serializer>((o, serializer) =>
            {
                (o.Invariant, o.ConnectionString) = (GrainTables.Invariant, GrainConnection.Of(storage.Connection));
                o.GrainStorageSerializer = new OrleansGrainStorageSerializer(serializer);
            })),
            _ => silo.AddMemoryGrainStorage(name),
        };
}
