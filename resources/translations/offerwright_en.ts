<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>checklist</name>
    <message numerus="yes">
        <source>%Ln errors</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings</source>
        <translation>
            <numerusform>%Ln warning</numerusform>
            <numerusform>%Ln warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active offers</source>
        <translation>
            <numerusform>%Ln active offer</numerusform>
            <numerusform>%Ln active offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln active offers cannot say their because</source>
        <translation>
            <numerusform>%Ln active offer cannot say its because</numerusform>
            <numerusform>%Ln active offers cannot say their because</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln caps, one of them over all offers</source>
        <translation>
            <numerusform>%Ln cap, over all offers</numerusform>
            <numerusform>%Ln caps, one of them over all offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have no cost</source>
        <translation>
            <numerusform>%Ln product has no cost</numerusform>
            <numerusform>%Ln products have no cost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::BottomBar</name>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln customers</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::HomeProject</name>
    <message numerus="yes">
        <source>%Ln active offers</source>
        <translation>
            <numerusform>%Ln active offer</numerusform>
            <numerusform>%Ln active offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln errors in the draft: it cannot be released</source>
        <translation>
            <numerusform>%Ln error in the draft: it cannot be released</numerusform>
            <numerusform>%Ln errors in the draft: it cannot be released</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warnings in the draft</source>
        <translation>
            <numerusform>%Ln warning in the draft</numerusform>
            <numerusform>%Ln warnings in the draft</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows of your files could not be read</source>
        <translation>
            <numerusform>%Ln row of your files could not be read</numerusform>
            <numerusform>%Ln rows of your files could not be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products have no cost: their margin counts as the whole price</source>
        <translation>
            <numerusform>%Ln product has no cost: its margin counts as the whole price</numerusform>
            <numerusform>%Ln products have no cost: their margin counts as the whole price</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln products</source>
        <translation>
            <numerusform>%Ln product</numerusform>
            <numerusform>%Ln products</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln offers</source>
        <translation>
            <numerusform>%Ln offer</numerusform>
            <numerusform>%Ln offers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::ReleaseScreen</name>
    <message numerus="yes">
        <source>%Ln differences</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::TitleBar</name>
    <message numerus="yes">
        <source>%Ln edits that no release has yet</source>
        <translation>
            <numerusform>%Ln edit that no release has yet</numerusform>
            <numerusform>%Ln edits that no release has yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>text</name>
    <message numerus="yes">
        <source>%Ln minutes ago</source>
        <translation>
            <numerusform>%Ln minute ago</numerusform>
            <numerusform>%Ln minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours ago</source>
        <translation>
            <numerusform>%Ln hour ago</numerusform>
            <numerusform>%Ln hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minutes</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln seconds</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::HistoryPanel</name>
    <message numerus="yes">
        <source>%Ln step(s), %1 of %2</source>
        <translation>
            <numerusform>%Ln step, %1 of %2</numerusform>
            <numerusform>%Ln steps, %1 of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::MergeScreen</name>
    <message numerus="yes">
        <source>Go on with the merge of %1 (%Ln conflict(s) left)</source>
        <translation>
            <numerusform>Go on with the merge of %1 (%Ln conflict left)</numerusform>
            <numerusform>Go on with the merge of %1 (%Ln conflicts left)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged with %1: %Ln object(s) changed. Undo takes it back.</source>
        <translation>
            <numerusform>Merged with %1: %Ln object changed. Undo takes it back.</numerusform>
            <numerusform>Merged with %1: %Ln objects changed. Undo takes it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln conflict(s) settled</source>
        <translation>
            <numerusform>%Ln conflict, settled</numerusform>
            <numerusform>All %Ln conflicts settled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln change(s)</source>
        <translation>
            <numerusform>Apply %Ln change</numerusform>
            <numerusform>Apply %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ow::ui::Damage</name>
    <message numerus="yes">
        <source>About %Ln rows could not be read, %1 could</source>
        <translation>
            <numerusform>About %Ln row could not be read, %1 could</numerusform>
            <numerusform>About %Ln rows could not be read, %1 could</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows could not be read, %1 could</source>
        <translation>
            <numerusform>%Ln row could not be read, %1 could</numerusform>
            <numerusform>%Ln rows could not be read, %1 could</numerusform>
        </translation>
    </message>
</context>
</TS>
