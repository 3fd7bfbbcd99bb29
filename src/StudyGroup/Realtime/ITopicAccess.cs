using StudyGroup.Shared;

namespace StudyGroup.Realtime;

/// <summary>
/// Who may see a topic, asked when it is watched and again at each delivery. Groups answers it; the interface stands here because the log must not know groups.
/// </summary>
public interface ITopicAccess
{
    /// <summary>The stream whose numbers the topic uses (its group's, or the account's own), or null when <paramref name="member"/> may not see it or it does not exist.</summary>
    ValueTask<Guid?> StreamOfAsync(CurrentMember member, Topic topic, CancellationToken cancellationToken);

    /// <summary>Whether the account may see events of this stream now. Called for every delivery: it answers from memory and is told of changes by <see cref="Forget"/>.</summary>
    ValueTask<bool> MaySeeAsync(Guid accountId, Guid streamId, CancellationToken cancellationToken);

    /// <summary>Rights in the stream changed. The tail calls it when it meets such an event, before it delivers anything later.</summary>
    void Forget(Guid streamId);
}
