using System.Globalization;
using StudyGroup.Load.Hubs;

namespace StudyGroup.Load.Scenarios;

/// <summary>One who posts numbered words and remembers what was answered.</summary>
/// <param name="prefix">Of its words; the number and a last letter follow.</param>
/// <param name="thread">Where it posts.</param>
internal sealed class Writer(string prefix, Guid thread)
{
    private readonly List<Guid> acknowledged = [];
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Guid key;

    public IReadOnlyList<Guid> Acknowledged => acknowledged;

    /// <summary>Completes with the first answer.</summary>
    public Task Begun => begun.Task;

    /// <summary>The word whose post got no answer; null when the writer had finished.</summary>
    public string? Unanswered { get; private set; }

    public async Task WriteAsync(DiscussionClient client, int most, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; i < most; i++)
            {
                key = Guid.CreateVersion7();
                Unanswered = Word(i);
                acknowledged.Add((await client.ReplyAsync(thread, Unanswered, key, cancellationToken)).Id);
                Unanswered = null;
                begun.TrySetResult();
            }
        }
        catch (IOException)
        {
            // The server is gone, as it should be.
        }
        finally
        {
            begun.TrySetResult();
        }
    }

    public async Task ResendAsync(DiscussionClient client, CancellationToken cancellationToken)
    {
        if (Unanswered is not null)
            await client.ReplyAsync(thread, Unanswered, key, cancellationToken);
    }

    public static int Count(IEnumerable<EventSeen> posts, string word) => posts.Count(post => post.Html.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether a later post survived an earlier one that did not.</summary>
    public bool HasHole(IReadOnlyList<EventSeen> posts)
    {
        var there = Enumerable.Range(0, acknowledged.Count + 1).Select(number => Count(posts, Word(number)) > 0);
        return there.SkipWhile(isThere => isThere).Any(isThere => isThere);
    }

    private string Word(int number) => prefix + number.ToString(CultureInfo.InvariantCulture) + "z";
}
