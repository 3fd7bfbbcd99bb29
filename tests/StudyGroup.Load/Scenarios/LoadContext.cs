using System.Globalization;
using StudyGroup.Load.Baselines;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>What every scenario works with.</summary>
internal sealed record LoadContext(LoadOptions Options, TestedSite Site, Members Members, IReadOnlyList<ReadingPlace> Readings, BareFigures Bare, WorkFolder Files)
{
    public const string Group = "load";
    public const string LargeGroup = "load-large";

    /// <summary>How many of the connected watch the same reading.</summary>
    public const int PerReading = 50;

    private readonly (WebProgram Program, WebServer Server)? own;

    public LoadContext(LoadOptions options, TestedSite site, Members members, IReadOnlyList<ReadingPlace> readings, BareFigures bare, WorkFolder files, WebProgram program, WebServer server)
        : this(options, site, members, readings, bare, files) => own = (program, server);

    /// <summary>Whether the server is ours to start and to kill.</summary>
    public bool HasOwnServer => own is not null;

    public WebServer Server => own?.Server ?? throw new InvalidOperationException("The server is somebody else's.");

    public WebProgram Program => own?.Program ?? throw new InvalidOperationException("The server is somebody else's.");

    /// <summary>What the server's process has taken of the cores so far; null when it is not ours.</summary>
    public TimeSpan? ProcessorTime => own?.Server.ProcessorTime;

    /// <summary>What the server took of the cores since then, for each of so many.</summary>
    public string CostSince(TimeSpan? before, double count, string ofWhat) => ProcessorTime - before is { } taken
        ? string.Create(CultureInfo.InvariantCulture, $"; the server took {taken.TotalMilliseconds / count:0.0#} ms of a core for each {ofWhat}")
        : "";

    /// <summary>The reading that everybody looks at together.</summary>
    public ReadingPlace Shared => Readings[0];
}
