using StudyGroup.Load.Hubs;
using StudyGroup.Load.Measuring;
using StudyGroup.Load.Server;

namespace StudyGroup.Load.Scenarios;

/// <summary>A reply, until the others who have the reading open hear of it; many are connected, 50 to a reading.</summary>
internal sealed class PostSeen : IScenario
{
    private const int WarmUp = 5;

    public string Name => "post";

    public Target Target => Targets.PostSeen;

    public bool NeedsOwnServer => false;

    public async Task<IReadOnlyList<Row>> RunAsync(LoadContext context, CancellationToken cancellationToken)
    {
        var options = context.Options;
        var readings = context.Readings.Take(Math.Max(1, options.Clients / LoadContext.PerReading)).ToArray();
        var watchers = options.Clients / readings.Length;
        var posts = Math.Max(20, (int)(options.Posts * options.Seconds));
        var marks = new Marks("post", WarmUp, posts, watchers);
        await using var crowd = await Watchers.OpenAsync(context, watchers * readings.Length, index => readings[index % readings.Length].Topic, marks, cancellationToken);
        await using var poster = await context.Members.HubAsync(0, null, cancellationToken);
        var threads = new List<Guid>();
        foreach (var reading in readings)
            threads.Add(await StartAsync(poster, reading, cancellationToken));

        await Pace.RunAsync(
            marks.Count,
            options.Posts,
            index => poster.ReplyAsync(threads[index % threads.Count], $"{marks.Send(index)} in reply.", Guid.CreateVersion7(), cancellationToken),
            cancellationToken);
        await marks.AwaitAsync(.., cancellationToken);
        return
        [
            new Row("post-seen", $"post to another member, {watchers * readings.Length:N0} connected, {watchers} to a reading, {options.Posts:0.##} posts/s", Targets.PostSeen, marks.Seen.P95)
            {
                Baseline = await context.Bare.BroadcastAsync(options.Clients, cancellationToken),
                Detail = marks.Seen.ToString(),
                Fault = marks.Fault,
                IsFullSize = options.Clients >= Targets.Connected,
            },
        ];
    }

    private static async Task<Guid> StartAsync(DiscussionClient poster, ReadingPlace reading, CancellationToken cancellationToken) =>
        (await poster.StartAsync(new PostTarget(reading.GroupId, reading.ReadingId), "What do you make of this?", Guid.CreateVersion7(), cancellationToken)).ThreadId;
}
