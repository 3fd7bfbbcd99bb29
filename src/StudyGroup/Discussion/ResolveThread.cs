using StudyGroup.Shared;

namespace StudyGroup.Discussion;

/// <summary>The thread has come to its end, and everybody reads why. It stays readable and may still be answered.</summary>
public sealed record ResolveThread(Guid ThreadId, string Reason);

public sealed class ResolveThreadHandler(ThreadDecision decision, TimeProvider time)
{
    public async Task<Result> HandleAsync(ResolveThread request, CurrentMember member, CancellationToken cancellationToken) =>
        Errors.CheckReason(request.Reason) is { } refusal ? refusal : await decision.DecideAsync(
            request.ThreadId,
            request.ThreadId,
            new ThreadAct("thread.resolve", request.Reason),
            member,
            (_, thread, _) => Task.FromResult(thread.Resolve(request.Reason.Trim(), member.AccountId, time.GetUtcNow()) ? null : Errors.AlreadyResolved),
            cancellationToken);
}
