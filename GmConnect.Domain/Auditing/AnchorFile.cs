using System.Text;

namespace GmConnect.Domain.Auditing;

/// <summary>
/// A file of heads outside the database, one a line, only ever added to. A line that a crash or a full disk cut off is left
/// and passed over.
/// </summary>
public sealed class AnchorFile(string path)
{
    /// <summary>Longer than any head, so that the end of the file holds the last one and what a crash left behind it.</summary>
    private const int Tail = 16 * 1024;

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>Every head, in the order of the file, as it stands when the first is asked for.</summary>
    public IEnumerable<Head> Read() => Read(Exists ? new FileInfo(path).Length : 0);

    public IEnumerable<Head> Read(long length)
    {
        if (length == 0)
        {
            yield break;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.UTF8);
        long read = 0;
        while (read < length && reader.ReadLine() is { } line)
        {
            read += Encoding.UTF8.GetByteCount(line) + 1;
            if (Head.FromLine(line) is { } head)
            {
                yield return head;
            }
        }
    }

    /// <summary>Opens it for this process alone; it is made where it is missing.</summary>
    internal Writer OpenToAdd()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);

        return new Writer(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));
    }

    internal sealed class Writer : IDisposable
    {
        private readonly FileStream _file;
        private bool _isCutOff;

        public Writer(FileStream file)
        {
            _file = file;
            Last = ReadLast();
        }

        public Head? Last { get; private set; }

        /// <summary>On the disk when it returns.</summary>
        public void Add(IReadOnlyList<Head> heads)
        {
            var lines = string.Concat(heads.Select(head => head.ToLine() + "\n"));
            _file.Seek(0, SeekOrigin.End);
            _file.Write(Encoding.UTF8.GetBytes(_isCutOff ? "\n" + lines : lines));
            _file.Flush(flushToDisk: true);
            (Last, _isCutOff) = (heads[^1], false);
        }

        public void Dispose() => _file.Dispose();

        private Head? ReadLast()
        {
            var bytes = new byte[Math.Min(Tail, _file.Length)];
            _file.Seek(-bytes.Length, SeekOrigin.End);
            _file.ReadExactly(bytes);
            _isCutOff = bytes.Length > 0 && bytes[^1] != '\n';

            return Encoding.UTF8.GetString(bytes).Split('\n').Select(Head.FromLine).LastOrDefault(head => head is not null);
        }
    }
}
