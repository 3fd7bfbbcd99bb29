using System.Collections.Concurrent;
using StudyGroup.Realtime;
using StudyGroup.Shared;

namespace StudyGroup.Tests.Realtime;

/// <summary>Rights that a test opens and closes; everything is open at first.</summary>
internal sealed class Doors : ITopicAccess
{
    private readonly ConcurrentDictionary<(Guid Account, Guid Stream), bool> closed = [];

    public ConcurrentQueue<Guid> Forgotten { get; } = [];

    public bool IsBroken { get; set; }

    public void Close(CurrentMember member, Guid streamId) => closed[(member.AccountId, streamId)] = true;

    public ValueTask<Guid?> StreamOfAsync(CurrentMember member, Topic topic, CancellationToken cancellationToken) => ValueTask.FromResult<Guid?>(topic.Id);

    public ValueTask<bool> MaySeeAsync(Guid accountId, Guid streamId, CancellationToken cancellationToken) => IsBroken
        ? ValueTask.FromException<bool>(new TimeoutException("No answer."))
        : ValueTask.FromResult(!closed.ContainsKey((accountId, streamId)));

    public void Forget(Guid streamId) => Forgotten.Enqueue(streamId);
}
