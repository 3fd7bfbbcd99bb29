using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The thread goes back to its place in the lists.</summary>
public sealed record UnpinThread(Guid ThreadId);

public sealed class UnpinThreadHandler(ThreadDecision decision, TimeProvider time)
{
    public Task<Result> HandleAsync(UnpinThread request, CurrentMember moderator, CancellationToken cancellationToken) => decision.DecideAsync(
        request.ThreadId,
        request.ThreadId,
        new ThreadAct("thread.unpin", "", IsModerators: true),
        moderator,
        (_, thread, _) => Task.FromResult(thread.Unpin(time.GetUtcNow()) ? null : Errors.NotPinned),
        cancellationToken);
}
