namespace MicroPoints.Runtime;

/// <summary>Reads and writes files of tables. What a file is, is told by its bytes, never by its name.</summary>
public interface ITableFiles
{
    /// <summary>
    /// Reads a workbook (.xlsx) or CSV, within <see cref="Limits"/>; whatever it is given, it answers with problems in words.
    /// </summary>
    TableFile Read(ReadOnlyMemory<byte> bytes);

    /// <summary>Writes a workbook (.xlsx). The same tables give the same bytes.</summary>
    byte[] Write(IReadOnlyList<TableToWrite> tables);
}
