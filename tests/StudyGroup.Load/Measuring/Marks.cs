using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StudyGroup.Load.Measuring;

/// <summary>Words that appear nowhere else, one in each post, so that whoever sees a post can tell which it is and how long it took.</summary>
internal sealed class Marks
{
    private const int Digits = 6;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);

    private readonly string prefix;
    private readonly byte[] prefixBytes;
    private readonly int warmUp;
    private readonly int watchers;
    private readonly Mark[] marks;

    /// <param name="name">Lower-case letters; tells this measurement's words from all others'.</param>
    /// <param name="warmUp">How many come first and are not measured.</param>
    /// <param name="measured">How many are.</param>
    /// <param name="watchers">How many should see each.</param>
    public Marks(string name, int warmUp, int measured, int watchers)
    {
        prefix = $"mark{name}q";
        prefixBytes = Encoding.ASCII.GetBytes(prefix);
        this.warmUp = warmUp;
        this.watchers = watchers;
        marks = [.. Enumerable.Range(0, warmUp + measured).Select(_ => new Mark())];
    }

    public int Count => marks.Length;

    /// <summary>From post to sight, one time for each watcher.</summary>
    public Latencies Seen { get; } = new();

    /// <summary>How often a mark did not reach a watcher.</summary>
    public long Missing => Measured.Sum(mark => (long)Math.Max(0, watchers - mark.SeenBy));

    /// <summary>What is wrong with the deliveries beside their time: each must reach each watcher once.</summary>
    public string? Fault => (Missing, Measured.Sum(mark => mark.Repeated)) switch
    {
        ( > 0 and var missing, _) => $"{missing:N0} of {(long)(Count - warmUp) * watchers:N0} deliveries are missing",
        (_, > 0 and var repeated) => $"{repeated:N0} deliveries came twice",
        _ => null,
    };

    private IEnumerable<Mark> Measured => marks.Skip(warmUp);

    /// <summary>Begins the clock of a mark.</summary>
    /// <returns>Its word.</returns>
    public string Send(int index)
    {
        marks[index].Sent = Stopwatch.GetTimestamp();
        return prefix + index.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
    }

    /// <summary>A watcher's eyes: a mark that comes to it again is counted as a repetition.</summary>
    public Watcher Watch() => new(this);

    /// <summary>From each post to its last watcher.</summary>
    public Latencies ToTheLast()
    {
        var last = new Latencies();
        foreach (var mark in Measured.Where(mark => mark.SeenBy >= watchers))
            last.Add(Stopwatch.GetElapsedTime(mark.Sent, mark.Last).TotalMilliseconds);
        return last;
    }

    /// <summary>Waits until everybody has seen these marks, or patience ends.</summary>
    public async Task AwaitAsync(Range range, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (marks[range].Any(mark => mark.SeenBy < watchers) && Stopwatch.GetElapsedTime(begun) < Patience)
            await Task.Delay(Poll, cancellationToken);
    }

    private void See(int index, bool isAgain, long at)
    {
        if (index >= marks.Length)
            return;

        var mark = marks[index];
        lock (mark)
        {
            if (isAgain)
            {
                mark.Repeated++;
                return;
            }

            mark.SeenBy++;
            mark.Last = Math.Max(mark.Last, at);
        }

        if (index >= warmUp)
            Seen.Add(Stopwatch.GetElapsedTime(mark.Sent, at).TotalMilliseconds);
    }

    internal sealed class Watcher(Marks marks)
    {
        private readonly HashSet<int> seen = [];

        public void Look(ReadOnlySpan<byte> bytes, long at)
        {
            while (bytes.IndexOf(marks.prefixBytes) is >= 0 and var place)
            {
                bytes = bytes[(place + marks.prefixBytes.Length)..];
                if (bytes.Length >= Digits && int.TryParse(bytes[..Digits], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    marks.See(index, !seen.Add(index), at);
            }
        }
    }

    private sealed class Mark
    {
        public long Sent { get; set; }

        public long Last { get; set; }

        public int SeenBy { get; set; }

        public int Repeated { get; set; }
    }
}
