using StudyGroup.Browser.Tests.Hosting;

namespace StudyGroup.Browser.Tests.Discussion;

/// <summary>What a reader does on the page of a thread.</summary>
public static class ThreadSteps
{
    public static async Task OpenThreadAsync(this Reader reader, Circle circle, Guid threadId)
    {
        await reader.Page.GotoAsync(circle.ThreadPath(threadId));
        await reader.Page.Locator(".panel[data-live]").WaitForAsync();
    }
}
