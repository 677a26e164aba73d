using CsvHelper;

namespace MicroPoints.Documents;

/// <summary>On which line a row begins: a cell in quotation marks may run over several. Rows are asked for in order.</summary>
internal sealed class RowLines(string text)
{
    private int _at;
    private long _line = 1;

    public long Of(IParser parser)
    {
        var begin = (int)parser.CharCount - parser.RawRecord.Length;
        for (; _at < begin; _at++)
            if (text[_at] == '\n') _line++;
        return _line;
    }
}
