using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>A resolved thread goes on, and everybody reads why.</summary>
public sealed record ReopenThread(Guid ThreadId, string Reason);

public sealed class ReopenThreadHandler(ThreadDecision decision, TimeProvider time)
{
    public async Task<Result> HandleAsync(ReopenThread request, CurrentMember member, CancellationToken cancellationToken) =>
        Errors.CheckReason(request.Reason) is { } refusal ? refusal : await decision.DecideAsync(
            request.ThreadId,
            request.ThreadId,
            new ThreadAct("thread.reopen", request.Reason),
            member,
            (_, thread, _) => Task.FromResult(thread.Reopen(request.Reason.Trim(), member.AccountId, time.GetUtcNow()) ? null : Errors.NotResolved),
            cancellationToken);
}
