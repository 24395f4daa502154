using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Samples.Histories;

namespace GreenFactory.Samples;

/// <summary>When the steps of a case happen, counted back in working days from the day on which the year is looked at.</summary>
internal sealed class StageScript(CaseScript script, int today, Chance chance)
{
    /// <summary>Plays the district's part of a case up to its stage.</summary>
    /// <param name="work">The case.</param>
    /// <param name="plan">Its district.</param>
    /// <param name="stage">How far it comes.</param>
    public void Play(PlantedCase work, DistrictPlan plan, Stage stage)
    {
        // What is with the city by now was begun in the first days.
        var day = plan.IsSealed ? chance.Between(1, 3) : chance.Between(4, 10);
        if (stage is Stage.Draft or Stage.Ready || stage is Stage.Withdrawn && chance.Holds(40))
        {
            script.FillIn(today - chance.Between(3, 9), whole: stage is Stage.Ready);
            if (stage is Stage.Withdrawn)
            {
                script.Withdraw(today - 1);
            }

            return;
        }

        if (stage is Stage.Submitted)
        {
            script.FillIn(today - chance.Between(6, 9), whole: true);
            script.Submit(today - chance.Between(1, 3));
            return;
        }

        script.FillIn(day, whole: true);
        script.Submit(day + 2 + chance.Below(2));
        if (stage is Stage.Withdrawn)
        {
            script.Withdraw(day + 6);
            return;
        }

        if (stage is Stage.Returned or Stage.Resubmitted)
        {
            Correct(stage, day + 6);
        }
        else if (stage is Stage.Review or Stage.Concludable)
        {
            Review(stage);
        }
        else
        {
            Conclude(work, stage, day + 6);
        }
    }

    private void Correct(Stage stage, int taken)
    {
        script.Take(taken, taken + 5);
        script.Rule(taken + 1, 40, withQuestion: false);
        script.Hear(taken + 1, 0, null, barred: false);
        script.Return(stage is Stage.Returned ? today - 2 : taken + 3, today + 3);
        if (stage is Stage.Returned)
        {
            script.Answer(today - 1, 1);
            return;
        }

        script.Answer(taken + 5, 2);
        script.Resubmit(taken + 6);
    }

    private void Review(Stage stage)
    {
        var whole = stage is Stage.Concludable;
        var taken = today - chance.Between(7, 9);
        var late = chance.Holds(30);
        script.Take(taken, whole || late ? today - 2 : today + 2);
        script.Rule(taken + 1, whole ? 100 : chance.Between(15, 85), withQuestion: !whole && chance.Holds(40));
        script.Hear(taken + 1, whole ? 1 : chance.Between(1, 4), whole ? today - 1 : null, barred: !whole && chance.Holds(12));
        if (whole || chance.Holds(60))
        {
            var held = whole || chance.Holds(50);
            script.Visit(taken + 1, held ? taken + 3 : today + chance.Between(0, 2), held);
        }
    }

    private void Conclude(PlantedCase work, Stage stage, int taken)
    {
        script.Take(taken, taken + 5);
        script.Rule(taken + 1, 100, withQuestion: false);
        script.Visit(taken + 1, taken + 3, recorded: true);
        var missing = chance.Holds(20) ? 1 : 0;
        script.Hear(taken + 1, missing, missing > 0 ? taken + 7 : null, barred: false);
        var kind = work.Purpose is DeclarationPurpose.Benchmark
            ? chance.Pick([ConclusionKind.Keep, ConclusionKind.Keep, ConclusionKind.Keep, ConclusionKind.Rectify, ConclusionKind.Adjust])
            : stage is Stage.NotRecommended ? ConclusionKind.Decline : ConclusionKind.Recommend;
        script.Conclude(taken + 8, kind);
    }
}
